/* Everything a member can be asked to do: one function per method of `JsMember`, called as action(client, params). */
import { ClientEvent } from "matrix-js-sdk";
import { viewEvent, viewRoom } from "./view.mjs";

const POLL_RESPONSE = "org.matrix.msc3381.poll.response";
const ENCRYPTION = { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } };

export async function create_room(client, { invite, name, direct, encrypted }) {
    const { room_id: roomId } = await client.createRoom({
        preset: direct ? "trusted_private_chat" : "private_chat",
        is_direct: direct,
        invite,
        ...(name && { name }),
        initial_state: encrypted ? [ENCRYPTION] : [],
    });
    if (direct) await rememberDirect(client, roomId, invite[0]);
    await synced(client, () => isJoined(client, roomId) && (!encrypted || client.getRoom(roomId).hasEncryptionStateEvent()));
    return roomId;
}

export async function join(client, { room }) {
    const { roomId } = await client.joinRoom(room);
    await synced(client, () => isJoined(client, roomId));
    return roomId;
}

export const leave = (client, { room }) => client.leave(room).then(() => null);

/* Before the join is synced the SDK does not know that the room is encrypted and would send in the clear. */
export async function send(client, { room, type, content }) {
    await synced(client, () => isJoined(client, room));
    return (await client.sendEvent(room, type, content)).event_id;
}

export const say = (client, { room, body, thread, reply_to: replyTo, mentions, msgtype }) =>
    send(client, {
        room,
        type: "m.room.message",
        content: { msgtype, body, ...(mentions.length && { "m.mentions": { user_ids: mentions } }), ...relation(thread, replyTo) },
    });

export const edit = (client, { room, event_id, body }) =>
    send(client, {
        room,
        type: "m.room.message",
        content: {
            msgtype: "m.text",
            body: `* ${body}`,
            "m.new_content": { msgtype: "m.text", body },
            "m.relates_to": { rel_type: "m.replace", event_id },
        },
    });

export const react = (client, { room, event_id, key }) =>
    send(client, { room, type: "m.reaction", content: { "m.relates_to": { rel_type: "m.annotation", event_id, key } } });

export const vote = (client, { room, event_id, answers }) =>
    send(client, {
        room,
        type: POLL_RESPONSE,
        content: { "m.relates_to": { rel_type: "m.reference", event_id }, [POLL_RESPONSE]: { answers } },
    });

export async function redact(client, { room, event_id, reason }) {
    return (await client.redactEvent(room, event_id, undefined, reason ? { reason } : {})).event_id;
}

export async function messages(client, { room, scrollback }) {
    if (scrollback) await client.scrollback(knownRoom(client, room), scrollback);
    const events = knownRoom(client, room).getLiveTimeline().getEvents();
    return Promise.all(events.map((event) => viewEvent(event, client)));
}

export const rooms = async (client) => client.getRooms().map((room) => viewRoom(room, client.getSafeUserId()));

export const members = async (client, { room }) =>
    Object.fromEntries(knownRoom(client, room).currentState.getMembers().map((member) => [member.userId, member.membership]));

export const state = async (client, { room, type, state_key }) =>
    knownRoom(client, room).currentState.getStateEvents(type, state_key)?.getContent() ?? null;

function relation(thread, replyTo) {
    const inReplyTo = { "m.in_reply_to": { event_id: replyTo ?? thread } };
    if (thread) return { "m.relates_to": { rel_type: "m.thread", event_id: thread, is_falling_back: !replyTo, ...inReplyTo } };
    return replyTo ? { "m.relates_to": inReplyTo } : {};
}

async function rememberDirect(client, roomId, userId) {
    const direct = client.getAccountData("m.direct")?.getContent() ?? {};
    await client.setAccountData("m.direct", { ...direct, [userId]: [...(direct[userId] ?? []), roomId] });
}

function knownRoom(client, roomId) {
    const room = client.getRoom(roomId);
    if (!room) throw new Error(`${client.getUserId()} does not know the room ${roomId}`);
    return room;
}

const isJoined = (client, roomId) => client.getRoom(roomId)?.getMember(client.getSafeUserId())?.membership === "join";

/* A request's answer may come before the sync that shows its effect; a room is usable only after that sync. */
function synced(client, condition) {
    return new Promise((resolve) => {
        const check = () => {
            if (!condition()) return;
            client.off(ClientEvent.Sync, check);
            resolve();
        };
        client.on(ClientEvent.Sync, check);
        check();
    });
}
