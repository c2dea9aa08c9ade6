/* Login, rust crypto, own cross-signing, device isolation, first sync: a member as Element starts one. */
import { ClientEvent, createClient } from "matrix-js-sdk";
import { AllDevicesIsolationMode, OnlySignedDevicesIsolationMode } from "matrix-js-sdk/lib/crypto-api/index.js";

export async function openSession({ homeserver, user, password, only_signed: onlySigned }) {
    const account = { type: "m.login.password", identifier: { type: "m.id.user", user }, password };
    const client = await logIn(homeserver, account);
    await client.initRustCrypto({ useIndexedDB: false });
    const crypto = client.getCrypto();
    crypto.setDeviceIsolationMode(onlySigned ? new OnlySignedDevicesIsolationMode() : new AllDevicesIsolationMode(false));
    await crypto.bootstrapCrossSigning({ authUploadDeviceSigningKeys: (upload) => provePassword(upload, account) });
    return client;
}

export async function startSync(client) {
    const prepared = new Promise((resolve) => client.on(ClientEvent.Sync, (state) => state === "PREPARED" && resolve()));
    await client.startClient({ initialSyncLimit: 100 });
    await prepared;
}

async function logIn(homeserver, account) {
    const anonymous = createClient({ baseUrl: homeserver });
    const login = await anonymous.loginRequest({ ...account, initial_device_display_name: "js member" });
    return createClient({
        baseUrl: homeserver,
        userId: login.user_id,
        deviceId: login.device_id,
        accessToken: login.access_token,
    });
}

/* A first upload needs no proof; replacing the keys of an earlier device asks for the password. */
async function provePassword(upload, account) {
    try {
        return await upload(null);
    } catch (refusal) {
        if (!refusal.data?.session) throw refusal;
        return upload({ ...account, session: refusal.data.session });
    }
}
