// The customers and validation codes, as the service returned them. A new response replaces the old one.

import {
  type Answer,
  type QualificationEntry,
  type PartnerCenterRequest,
  readFault,
  readQualifications,
  readValidationCodes,
  readValidationStatus,
  requests,
  type ValidationCodeEntry,
  type ValidationStatus,
} from "partner-center-rules";

import { begun, ended, type Reading, unread } from "./reading";
import { type Exchange, send, sendToSandbox } from "./service";
import { Watched } from "./watched";

export interface Customer {
  readonly id: string;
  /** The customer's name in the sandbox's list. Absent for a customer that is not in the list. */
  readonly name?: string;
  readonly status: Reading<ValidationStatus>;
  readonly qualifications: Reading<readonly QualificationEntry[]>;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface CustomerState {
  readonly list: Reading<readonly Named[]>;
  readonly customers: ReadonlyMap<string, Customer>;
  readonly codes: Reading<readonly ValidationCodeEntry[]>;
}

type Part = "status" | "qualifications";
const PARTS: readonly Part[] = ["status", "qualifications"];

// The number of parallel requests that browsers send to one host.
const AT_ONCE = 6;

const ONE_FRAME = 16;

export class CustomerStore extends Watched {
  #state: CustomerState = { list: unread(), customers: new Map(), codes: unread() };
  /** The latest read of each value: an older response that arrives later is dropped. */
  readonly #newest = new Map<string, symbol>();
  readonly #waiting: (() => void)[] = [];
  #sending = 0;
  #opened: Promise<void> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;

  readonly state = () => this.#state;

  /** Reads the names of the customers, unless that has started already. */
  async open() {
    this.#opened ??= this.#readNames();
    await this.#opened;
  }

  /** Reads the names, and everything about customers that have not been requested yet. */
  async openAll() {
    await this.open();
    const isUnread = ({ status }: Customer) => !status.isReading && !status.exchange;
    const ids = (this.#state.list.value ?? []).map(({ id }) => id);
    await Promise.all(ids.filter((id) => isUnread(this.customer(id))).map((id) => this.readCustomer(id)));
  }

  /** Reads the names and everything about the customers, again. */
  async readAll() {
    this.#opened = this.#readNames();
    await this.#opened;
    const { list } = this.#state;
    if (!list.failure) await Promise.all((list.value ?? []).map(({ id }) => this.readCustomer(id)));
  }

  async #readNames() {
    const reading = begun(this.#state.list);
    this.#set({ list: reading });
    const exchange = await sendToSandbox("GET", "/customers");
    const list = ended(reading, exchange, readList(exchange));
    const customers = new Map(this.#state.customers);
    for (const { id, name } of list.value ?? []) customers.set(id, { ...(customers.get(id) ?? unreadCustomer(id)), name });
    this.#set({ list, customers });
  }

  /** Reads everything about a customer and returns the customer. */
  async readCustomer(id: string): Promise<Customer> {
    await Promise.all(PARTS.map((part) => this.#readPart(id, part)));
    return this.customer(id);
  }

  /** Repeats the failed reads that can be retried. */
  async retry(ids: readonly string[]) {
    await Promise.all(
      ids.flatMap((id) => PARTS.filter((part) => this.customer(id)[part].failure?.fault.isRetryable).map((part) => this.#readPart(id, part))),
    );
  }

  /** Reads the validation codes of the partner. */
  async readCodes() {
    const reading = begun(this.#state.codes);
    this.#set({ codes: reading });
    const exchange = await this.#send("codes", requests.readValidationCodes(reading.requestContext));
    if (exchange) this.#set({ codes: ended(reading, exchange, readValidationCodes(exchange.httpStatus, exchange.body)) });
    return this.#state.codes;
  }

  customer(id: string): Customer {
    return this.#state.customers.get(id) ?? unreadCustomer(id);
  }

  #readPart(id: string, part: Part) {
    return part === "status"
      ? this.#read(id, part, requests.readValidationStatus, readValidationStatus)
      : this.#read(id, part, requests.readQualifications, readQualifications);
  }

  async #read<P extends Part>(
    id: string,
    part: P,
    request: (id: string, requestContext: Reading<unknown>["requestContext"]) => PartnerCenterRequest,
    reader: (httpStatus: number, body: string) => Answer<NonNullable<Customer[P]["value"]>>,
  ) {
    const reading = begun(this.customer(id)[part] as Reading<NonNullable<Customer[P]["value"]>>);
    this.#setPart(id, part, reading);
    const exchange = await this.#send(`${id} ${part}`, request(id, reading.requestContext));
    if (exchange) this.#setPart(id, part, ended(reading, exchange, reader(exchange.httpStatus, exchange.body)));
  }

  /** Sends a request when its turn comes. Returns nothing if a newer read of the same value has started. */
  async #send(key: string, request: PartnerCenterRequest): Promise<Exchange | undefined> {
    const turn = Symbol(key);
    this.#newest.set(key, turn);
    if (this.#sending >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#sending += 1;
    const exchange = await send(request);
    this.#sending -= 1;
    this.#waiting.shift()?.();
    return this.#newest.get(key) === turn ? exchange : undefined;
  }

  #setPart(id: string, part: Part, reading: Reading<unknown>) {
    const customers = new Map(this.#state.customers);
    customers.set(id, { ...this.customer(id), [part]: reading });
    this.#set({ customers });
  }

  #set(change: Partial<CustomerState>) {
    this.#state = { ...this.#state, ...change };
    // Many responses can arrive at once: renders the page once for all of them.
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.changed();
    }, ONE_FRAME);
  }
}

const unreadCustomer = (id: string): Customer => ({ id, status: unread(), qualifications: unread() });

function readList({ httpStatus, body }: Exchange): Answer<readonly Named[]> {
  if (httpStatus === 200) {
    try {
      const list: unknown = JSON.parse(body);
      if (Array.isArray(list) && list.every(isNamed)) return { ok: true, value: list };
    } catch {
      // Not JSON: handled like any other unreadable response.
    }
  }
  return { ok: false, fault: readFault(httpStatus, body) };
}

const isNamed = (value: unknown): value is Named =>
  typeof value === "object" && value !== null && "id" in value && "name" in value && typeof value.id === "string" && typeof value.name === "string";
