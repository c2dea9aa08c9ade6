# reviewed-by: nobody yet
# lived-experience: unknown

