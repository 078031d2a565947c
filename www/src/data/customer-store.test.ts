import { afterEach, describe, expect, it, vi } from "vitest";

import { CustomerStore } from "./customer-store";

const ID = "3d4b9c1e-6a52-4f0b-9a77-1f2c8e50b6d1";

/** Responds to a request, by its path, when the test says so. */
function service() {
  const waiting: { path: string; answer: (status: number, body: string) => void; headers: Record<string, string> }[] = [];
  vi.stubGlobal("fetch", (path: string, init: { headers: Record<string, string> }) =>
    new Promise((resolve) => {
      const answer = (status: number, body: string) => resolve(new Response(body, { status: 200, headers: { "Sandbox-Status": String(status) } }));
      waiting.push({ path, answer, headers: init.headers });
    }),
  );
  return {
    waiting,
    async next(part: string, status: number, body: string) {
      await vi.waitFor(() => expect(waiting.some(({ path }) => path.includes(part))).toBe(true));
      const [request] = waiting.splice(waiting.findIndex(({ path }) => path.includes(part)), 1);
      request?.answer(status, body);
      return request?.headers ?? {};
    },
  };
}

afterEach(() => vi.unstubAllGlobals());

describe("CustomerStore", () => {
  it("keeps the response to the latest request, whatever the order of arrival", async () => {
    const { next, waiting } = service();
    const store = new CustomerStore();
    const first = store.readCustomer(ID);
    const second = store.readCustomer(ID);
    await vi.waitFor(() => expect(waiting).toHaveLength(4));
    const [old, , fresh] = waiting.map((request) => request);
    fresh?.answer(200, '{"status":"Allowed"}');
    await next("qualifications", 200, "[]");
    await next("qualifications", 200, "[]");
    old?.answer(200, '{"status":"NotAllowed"}');
    await Promise.all([first, second]);
    expect(store.customer(ID).status.value?.status).toBe("Allowed");
  });

  it("keeps the old value when a read fails, and retries with the same ids", async () => {
    const { next } = service();
    const store = new CustomerStore();
    const read = store.readCustomer(ID);
    await next("validationStatus", 200, '{"status":"Allowed"}');
    await next("qualifications", 200, "[]");
    await read;
    const again = store.readCustomer(ID);
    const failed = await next("validationStatus", 503, "");
    await next("qualifications", 200, "[]");
    await again;
    const { status } = store.customer(ID);
    expect(status.value?.status).toBe("Allowed");
    expect(status.failure?.fault.isRetryable).toBe(true);
    const retry = store.retry([ID]);
    const retried = await next("validationStatus", 404, '{"code":600074}');
    await retry;
    expect(retried["MS-RequestId"]).toBe(failed["MS-RequestId"]);
    expect(store.customer(ID).status.value?.status).toBe("NoAccountStatus");
    expect(store.customer(ID).status.failure).toBeUndefined();
  });

  it("rejects a response that is not a list", async () => {
    const { next } = service();
    const store = new CustomerStore();
    const open = store.open();
    await next("/sandbox/customers", 200, '[{"id":7}]');
    await open;
    expect(store.state().list.failure?.fault.issue.code).toBe("unexpectedAnswer");
  });
});
