# reviewed-by: nobody yet
# lived-experience: unknown

text-missing =
    My words for this are missing. That is my fault, not yours.
    Write **!crisis** for lines that answer now, or **!help** for what I can do.
