// The bundler replaces the global classes with these, because not every environment has them (Jest with jsdom has neither). They look
// for the global class on their first use, and work without it if there is none.

class AnyTextDecoder {
  readonly #label: string;
  readonly #options: TextDecoderOptions;
  #decoder: { decode(bytes: Uint8Array<ArrayBuffer>): string } | undefined;

  constructor(label: string, options: TextDecoderOptions) {
    this.#label = label;
    this.#options = options;
  }

  decode(bytes?: Uint8Array<ArrayBuffer>): string {
    // The bindings call this once without bytes, to initialize the decoder.
    if (bytes === undefined) return "";
    this.#decoder ??= "TextDecoder" in globalThis ? new globalThis.TextDecoder(this.#label, this.#options) : FALLBACK;
    return this.#decoder.decode(bytes);
  }
}

class AnyTextEncoder {
  #encoder: Pick<TextEncoder, "encodeInto"> | undefined;

  encodeInto(text: string, bytes: Uint8Array<ArrayBuffer>): TextEncoderEncodeIntoResult {
    this.#encoder ??= "TextEncoder" in globalThis ? new globalThis.TextEncoder() : FALLBACK;
    return this.#encoder.encodeInto(text, bytes);
  }
}

/** Encodes and decodes with the URL functions, which use UTF-8. Rust texts are well formed; JavaScript texts can have lone surrogates. */
const FALLBACK = {
  decode(bytes: Uint8Array): string {
    return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""));
  },
  encodeInto(text: string, bytes: Uint8Array): TextEncoderEncodeIntoResult {
    const encoded = encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
    let written = 0;
    for (let at = 0; at < encoded.length; at += 1) {
      const isEscape = encoded[at] === "%";
      bytes[written++] = isEscape ? Number.parseInt(encoded.slice(at + 1, at + 3), 16) : encoded.charCodeAt(at);
      if (isEscape) at += 2;
    }
    return { read: text.length, written };
  },
};

export { AnyTextDecoder as TextDecoder, AnyTextEncoder as TextEncoder };
