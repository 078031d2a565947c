// The bundler puts these in place of the global classes, which not every environment has (Jest with jsdom has neither). They
// look for the global class on their first use, and do without it where there is none.

class AnyTextDecoder {
  readonly #label: string;
  readonly #options: TextDecoderOptions;
  #decoder: { decode(bytes: Uint8Array<ArrayBuffer>): string } | undefined;

  constructor(label: string, options: TextDecoderOptions) {
    this.#label = label;
    this.#options = options;
  }

  decode(bytes?: Uint8Array<ArrayBuffer>): string {
    // Decoding nothing is how the glue warms up the decoder.
    if (bytes === undefined) return "";
    this.#decoder ??= "TextDecoder" in globalThis ? new globalThis.TextDecoder(this.#label, this.#options) : PLAIN;
    return this.#decoder.decode(bytes);
  }
}

class AnyTextEncoder {
  #encoder: Pick<TextEncoder, "encodeInto"> | undefined;

  encodeInto(text: string, bytes: Uint8Array<ArrayBuffer>): TextEncoderEncodeIntoResult {
    this.#encoder ??= "TextEncoder" in globalThis ? new globalThis.TextEncoder() : PLAIN;
    return this.#encoder.encodeInto(text, bytes);
  }
}

/** The coders of URLs are UTF-8 as well. Rust's texts are well formed; in those of JavaScript half a pair of surrogates is not. */
const PLAIN = {
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
