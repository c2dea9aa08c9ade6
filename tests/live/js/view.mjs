/* What a member sees of an event, as plain JSON. The keys are those of `Event` in tests/live/jsmember.py. */
import { EventShieldColour, EventShieldReason } from "matrix-js-sdk/lib/crypto-api/index.js";

export async function viewEvent(event, client) {
    await client.decryptEventIfNeeded(event);
    const shown = shownContent(event);
    return {
        room_id: event.getRoomId(),
        event_id: event.getId(),
        sender: event.getSender(),
        type: event.getType(),
        state_key: event.getStateKey() ?? null,
        timestamp: event.getTs(),
        content: event.getOriginalContent(),
        body: text(shown.body),
        formatted_body: text(shown.formatted_body),
        msgtype: text(shown.msgtype),
        mentions: shown["m.mentions"]?.user_ids ?? [],
        relates_to: event.getWireContent()["m.relates_to"] ?? event.getOriginalContent()["m.relates_to"] ?? null,
        redacts: redactedId(event),
        redacted: event.isRedacted(),
        encrypted: event.isEncrypted(),
        decryption_failure: event.decryptionFailureReason,
        ...(await viewShield(event, client.getCrypto())),
    };
}

export function viewRoom(room, userId) {
    const mine = room.getMember(userId)?.events.member;
    return {
        room_id: room.roomId,
        name: room.name,
        membership: room.getMyMembership(),
        inviter: room.getMyMembership() === "invite" ? (mine?.getSender() ?? null) : null,
        direct: mine?.getContent().is_direct === true,
        encrypted: room.hasEncryptionStateEvent(),
    };
}

/** The event that a redaction removes: at the top level, or in the content from room version 11 on. */
export const redactedId = (event) => (event.isRedaction() ? (event.event.redacts ?? event.getContent().redacts ?? null) : null);

/* The text on the screen: an edited message shows its latest text, an edit shows the text it brings. */
function shownContent(event) {
    const content = event.getContent();
    return event.getOriginalContent()["m.relates_to"]?.rel_type === "m.replace" ? (content["m.new_content"] ?? content) : content;
}

async function viewShield(event, crypto) {
    const info = event.isDecryptionFailure() ? null : await crypto.getEncryptionInfoForEvent(event);
    return {
        shield: info && EventShieldColour[info.shieldColour],
        shield_reason: info && info.shieldReason !== null ? EventShieldReason[info.shieldReason] : null,
    };
}

const text = (value) => (typeof value === "string" ? value : null);
