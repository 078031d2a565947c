// Generates pseudorandom inputs for the calls. Uses no API of Node or of browsers.

/** Returns a generator of numbers from 0 up to 1, the same for the same seed. */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TEXTS = [
  '"Customer tagging denied."',
  '"Rate limit is exceeded. Try again in 57 seconds."',
  '"x"',
  '""',
  "null",
  "7.50",
  '{"a": 1}',
  '"é😀\\n"',
  '"\\ud800"',
  '"<b>`\\u202e"',
  `"${"ä".repeat(70)}"`,
];
const CODES = [
  "600074",
  '"600074"',
  "600074.0",
  "60003",
  '"60003"',
  "20002",
  "800073",
  '"800074"',
  "800075",
  "900416",
  '"13605"',
  "800066",
  "2091",
  '"800025"',
  "800069",
  "800024",
  "900124",
  "900329",
  "900308",
  "1002",
  "3000",
  "12345678901234567890",
  "null",
];
const QUALIFICATIONS = ['"Education"', '"governmentcommunitycloud"', '"StateOwnedEntity"', '"Healthcare"', '""', "1"];
const TIMES = ['""', '" "', '"2021-07-14T18:02:00"', '"07/09/2020: 00:00:00"', "null", "1626285720"];
const LIMITS = ["5", "0", "-1", "null", "5", "0", "null", '"5"', "4.0", "1e2"];

/** Response objects: the members of each kind, with values. The first member is always present, the others sometimes. */
const KINDS = [
  [
    ["code", CODES],
    ["errorName", ['"AccountStatusNotFound"', '"accountstatusnotfound"', '"x"']],
    ["message", TEXTS],
    ["description", TEXTS],
    ["errorMessageExtended", TEXTS],
    ["source", TEXTS],
    ["isRetryable", ["true", "false", "null", '"true"']],
    ["data", ["[]", '[{"id": 1}]']],
  ],
  [
    ["errorName", ['"AccountStatusNotFound"', '"TenantNotFound"']],
    ["description", TEXTS],
  ],
  [
    [
      "status",
      [
        '"Allowed"',
        '"underreview"',
        '"Not Ready"',
        '"NotReady"',
        '"Unknown"',
        '"NotAllowed"',
        '"\\u0041llowed"',
        '"NoAccountStatus"',
        '"Suspended"',
        "1",
      ],
    ],
    ["type", ['"account"', '"ACCOUNT"', '"address"', "null"]],
    ["lastUpdateDateTime", TIMES],
  ],
  [
    ["qualification", QUALIFICATIONS],
    ["vettingStatus", ['"Approved"', '"inreview"', '"Denied"', '"Escalated"', "null", "1"]],
    ["vettingReason", TEXTS],
    ["vettingCreateDate", TIMES],
  ],
  [
    ["Qualification", QUALIFICATIONS],
    ["VettingStatus", ['"Approved"', '"InReview"']],
    ["vettingCreatedDate", TIMES],
  ],
  [
    ["validationId", ['"12345"', "12345", '"0007"', '"12345"', "7", '"7x"', "0"]],
    ["partnerId", TEXTS],
    ["organizationName", TEXTS],
    ["maxCreates", LIMITS],
    ["remainingCreates", LIMITS],
    ["eTag", ['"W/\\"1\\""', "null"]],
  ],
];
const NAMES = [...new Set(KINDS.flatMap((members) => members.map(([name]) => name))), "Code", "x", ""];
const VALUES = [
  ...new Set([
    ...KINDS.flatMap((members) => members.flatMap(([, values]) => values)),
    "1e400",
    "[]",
    '[1, {"code": 600074}]',
    "01",
    "nul",
    "'x'",
  ]),
];
const BARE = [
  '"education"',
  '"GovernmentCommunityCloud"',
  '"healthCare"',
  '"Customer tagging denied."',
  '""',
  "[]",
  "null",
  "1",
  "<html>",
  "",
];
const STATUSES = [
  200, 201, 404, 403, 400, 401, 0, 99, 204, 206, 304, 405, 408, 409, 412, 429, 499, 500, 503, 599, 600, 65536, 65736,
  65940, 200.5, -404,
];

export class Generator {
  #next;

  constructor(seed) {
    this.#next = chance(seed);
  }

  below(limit) {
    return Math.floor(this.#next() * limit);
  }

  one(list) {
    return list[this.below(list.length)];
  }

  /** Returns true once in so many calls. */
  isOne(many) {
    return this.below(many) === 0;
  }

  /** Generates something like a response. In most the HTTP status matches the body. */
  answer() {
    const kind = this.one(KINDS);
    const usual = kind[0][0] === "code" || kind[0][0] === "errorName" ? [404, 403] : [200, 200, 200, 201];
    return { httpStatus: this.one(this.isOne(4) ? STATUSES : usual), body: this.#body(kind) };
  }

  #body(kind) {
    const object = () => this.#object(kind);
    const items = () => Array.from({ length: this.below(4) }, object).join(`,${this.#space()}`);
    const wrapped = () => `{"${this.one(["qualifications", "items"])}":[${items()}]}`;
    let body = this.one([object, object, () => `[${items()}]`, () => `[${object()}]`, wrapped, () => this.one(BARE)])();
    if (this.isOne(12)) body = this.damaged(body);
    if (this.isOne(30)) body = `\ufeff${body}`;
    return body;
  }

  #object(kind) {
    const members = kind
      .filter((_, at) => at === 0 || this.isOne(2))
      .map(([name, values]) => this.#member(name, this.one(values)));
    if (this.isOne(5))
      members.splice(this.below(members.length + 1), 0, this.#member(this.one(NAMES), this.one(VALUES)));
    return `{${members.join(`${this.#space()},`)}${this.#space()}}`;
  }

  #member(name, value) {
    return `"${name}"${this.#space()}:${this.#space()}${value}`;
  }

  #space() {
    return this.isOne(3) ? this.one([" ", "\n", "\t", " \r\n"]) : "";
  }

  /** Removes or inserts a character, or cuts the text off at one. */
  damaged(text) {
    const characters = [...text];
    const at = this.below(characters.length + 1);
    const way = this.below(3);
    if (way === 0) characters.splice(at, 1);
    if (way === 1) characters.splice(at, 0, this.one([...'{}[]",:\\ 0eZ/x\0\u00a0']));
    return way === 2 ? characters.slice(0, at).join("") : characters.join("");
  }

  /** Generates something like a time. */
  time() {
    const two = (limit) => String(this.below(limit)).padStart(2, "0");
    const year = this.one(["2021", "2024", "2000", "2100", "0001", "0000", "9999", "1969"]);
    const fraction = this.isOne(2) ? "" : `.${String(this.below(1e9)).slice(0, 1 + this.below(10))}`;
    const zone = this.one(["", "Z", "z", "+00:00", "-00:00", `+${two(25)}:${two(61)}`, `-${two(25)}:${two(61)}`]);
    const time = `${year}-${two(14)}-${two(33)}${this.one("TTTt ")}${two(25)}:${two(61)}:${two(61)}${fraction}${zone}`;
    return this.isOne(10) ? this.damaged(time) : time;
  }

  requestContext() {
    const id = () => this.one(["037db222-6d8e-4d7f-ba78-df3dca33fb68", "7D2456FD-2D79-46D0-9F8E-5D7ECD5F8745"]);
    const cloud = this.one([undefined, "worldwide", "china"]);
    return { requestId: id(), correlationId: id(), ...(cloud && { cloud }) };
  }

  customerId() {
    const id = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
    const plain = id.replaceAll("-", "");
    const wide = id.replace(/[!-~]/g, (narrow) => String.fromCodePoint(narrow.codePointAt(0) + 0xfee0));
    const form = this.one([
      id, id, id, id.toUpperCase(), plain, id.replaceAll("-", this.one(["\u2011", "\u2013", "\u2212"])), wide,
      `{${id}}`, `(${plain})`, `\uff08${wide}\uff09`, `urn:uuid:${id}`,
      `https://${this.one(["", "admin."])}partner.microsoft.com/customers/${id}/account?x=${this.one(["", plain, id.toUpperCase()])}`,
      `api.partnercenter.microsoft.com:443/v1/customers/%7B${id}%7D`,
    ]);
    const [open, close] = this.one([["", ""], ["", ""], ["", ""], ['"', '"'], ["“", "”"], ["„", "“"], ["»", "«"], ["`", "`"]]);
    const [before, after] = this.one([["", ""], ["", ""], [" ", "\n"], ["\ufeff", ""], ["", " \u200b"]]);
    return `${before}${open}${this.isOne(9) ? " " : ""}${form}${close}${after}`;
  }

  /** Generates what a customer holds, or undefined. */
  held() {
    if (this.isOne(6)) return undefined;
    const entry = () => ({
      qualification: this.one([
        "None",
        "Education",
        "Nonprofit",
        "GovernmentCommunityCloud",
        "StateOwnedEntity",
        "Healthcare",
      ]),
      ...(this.isOne(2) && { vettingStatus: this.one(["Approved", "InReview", "Denied", "Escalated"]) }),
    });
    return Array.from({ length: this.below(3) }, entry);
  }

  context() {
    const held = this.held();
    const validationCodes = this.isOne(2)
      ? Array.from({ length: this.below(4) }, () => ({
          validationId: this.one(["7", 7, "0012345", "99", "7", "n/a"]),
          remainingCreates: this.one([0, 1, null]),
          ...(this.isOne(3) && { organizationName: this.one(["Contoso", "CONTOSO ", "Fabrikam", ""]) }),
        }))
      : undefined;
    return {
      mode: this.one(["asynchronous", "synchronous"]),
      ...(held && { held }),
      ...(validationCodes && { validationCodes }),
      ...(this.isOne(8) && { customerId: this.customerId() }),
      ...(this.isOne(3) && { customerName: this.one(["Contoso", "Fabrikam"]) }),
    };
  }

  /** Generates a form with one of some websites. */
  form(websites) {
    const maybe = (name, many, ...texts) => (this.isOne(many) ? { [name]: this.one(texts) } : {});
    const qualification = this.one([
      "Education",
      "education",
      "GovernmentCommunityCloud",
      "StateOwnedEntity",
      "Nonprofit",
      "Healthcare",
      "",
    ]);
    return {
      ...(!this.isOne(8) && {
        customerId: this.isOne(6)
          ? this.one(["", "x", "00000000-0000-0000-0000-000000000000", "“00000000000000000000000000000000”", "/../", "0\u0430", 7])
          : this.customerId(),
      }),
      qualification,
      ...maybe("educationSegment", qualification.length < 10 ? 1 : 9, "K12", "higherEDUCATION", "K12", "K 12", " "),
      ...maybe("website", qualification.length < 10 ? 2 : 9, ...websites),
      ...maybe(
        "validationCode",
        qualification.length > 20 ? 1 : 9,
        "7",
        " 0012345 ",
        "99",
        "0",
        "2147483648",
        "1x",
        "GCC-12",
        "\uff17",
        "1 2",
        "1\u200b",
        "1".repeat(65),
        null,
      ),
      ...maybe("note", 9, "x"),
    };
  }
}
