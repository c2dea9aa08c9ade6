/* Imported before the SDK: stdout carries only our JSON lines, and Node 20 gets what the SDK expects of Node 22. */
import { Console } from "node:console";

const verbose = Boolean(process.env.JSMEMBER_LOG);
const stderr = new Console(process.stderr, process.stderr);

for (const [name, member] of Object.entries(console)) {
    if (typeof member === "function") console[name] = verbose ? (stderr[name]?.bind(stderr) ?? (() => {})) : () => {};
}

Promise.withResolvers ??= function withResolvers() {
    let resolve, reject;
    const promise = new this((res, rej) => ([resolve, reject] = [res, rej]));
    return { promise, resolve, reject };
};

/** One line of JSON to the Python side. */
export const emit = (message) => process.stdout.write(JSON.stringify(message) + "\n");

/** Something a person should see although nobody asked for it. */
export const complain = (error) => stderr.error(`js member: ${error?.stack ?? error}`);
