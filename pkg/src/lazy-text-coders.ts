// The bundler puts these in place of the global classes. The generated glue makes one of each while it is loaded, when
// some environments (Jest with jsdom) do not have them yet; these ask for the global class on their first use.

class LazyTextDecoder {
  readonly #label: string;
  readonly #options: TextDecoderOptions;
  #decoder: TextDecoder | undefined;

  constructor(label: string, options: TextDecoderOptions) {
    this.#label = label;
    this.#options = options;
  }

  decode(bytes?: Uint8Array<ArrayBuffer>): string {
    // Decoding nothing is how the glue warms up the decoder.
    if (bytes === undefined) return "";
    if (this.#decoder === undefined) {
      this.#decoder = new globalThis.TextDecoder(this.#label, this.#options);
      this.#decoder.decode();
    }
    return this.#decoder.decode(bytes);
  }
}

class LazyTextEncoder {
  #encoder: TextEncoder | undefined;

  get #current(): TextEncoder {
    return (this.#encoder ??= new globalThis.TextEncoder());
  }

  encode(text: string): Uint8Array {
    return this.#current.encode(text);
  }

  encodeInto(text: string, bytes: Uint8Array<ArrayBuffer>): TextEncoderEncodeIntoResult {
    return this.#current.encodeInto(text, bytes);
  }
}

export { LazyTextDecoder as TextDecoder, LazyTextEncoder as TextEncoder };
