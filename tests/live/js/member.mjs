/*
 * A Matrix member on Element's engine, driven by JSON lines.
 *
 * in:  {"id": 1, "method": "say", "params": {…}}
 * out: {"id": 1, "result": …} or {"id": 1, "error": {"errcode": …, "message": …}}
 *      {"event": {…}} for each event as it arrives, again when it changes (decrypted late, edited, redacted)
 *      {"room": {…}}  when our own membership of a room changes
 *
 * It ends when its stdin closes, so it never outlives the process that started it.
 */
import { complain, emit } from "./setup.mjs";
import { createInterface } from "node:readline";
import { ClientEvent, MatrixEventEvent, RoomEvent } from "matrix-js-sdk";
import * as actions from "./actions.mjs";
import { openSession, startSync } from "./session.mjs";
import { redactedId, viewEvent, viewRoom } from "./view.mjs";

let client = null;
let lastPush = Promise.resolve();

async function login(params) {
    client = await openSession(params);
    client.on(RoomEvent.Timeline, (event, room, toStart) => toStart || push(event));
    client.on(RoomEvent.LocalEchoUpdated, push);
    client.on(RoomEvent.Redaction, (redaction, room) => push(room.findEventById(redactedId(redaction))));
    client.on(MatrixEventEvent.Decrypted, push);
    client.on(MatrixEventEvent.Replaced, push);
    client.on(ClientEvent.Sync, membershipWatch(params.auto_join));
    await startSync(client);
    return { user_id: client.getUserId(), device_id: client.getDeviceId() };
}

/* One after the other: decrypting takes time, and Python shall see events in the order of the room. */
function push(event) {
    if (!event || event.status !== null) return;
    lastPush = lastPush.then(async () => emit({ event: await viewEvent(event, client) })).catch(complain);
}

function membershipWatch(autoJoin) {
    const known = new Map();
    return () => {
        for (const room of client.getRooms()) {
            const membership = room.getMyMembership();
            if (known.get(room.roomId) === membership) continue;
            known.set(room.roomId, membership);
            emit({ room: viewRoom(room, client.getSafeUserId()) });
            if (autoJoin && membership === "invite") client.joinRoom(room.roomId).catch(complain);
        }
    };
}

async function answer({ id, method, params }) {
    try {
        const result = method === "login" ? await login(params) : await actions[method](client, params);
        emit({ id, result });
    } catch (error) {
        emit({ id, error: { errcode: error.errcode ?? error.name, message: error.data?.error ?? error.message } });
    }
}

process.on("unhandledRejection", complain);
createInterface({ input: process.stdin })
    .on("line", (line) => answer(JSON.parse(line)))
    .on("close", () => process.exit(0));
