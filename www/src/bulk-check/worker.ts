// Processes a file outside of the page's thread. To cancel, the page terminates the worker.

import { expose, type ProxyMarked, transfer } from "comlink";
import type { BulkOptions } from "partner-center-rules";

import { type CheckedPiece, type CheckListener, checkFile, type FileSettings, previewFile } from "./check-file";
import { type Encoding, type FileProblemCode, fileProblem } from "./file-text";
import { type ResultRequest, resultFile } from "./result-file";

/** The result, or a problem. */
export type Done<T> = { readonly value: T } | { readonly problem: { readonly code: FileProblemCode; readonly detail: string } };

// Only the message of an error survives the transfer to the page.
async function done<T>(work: () => Promise<T>): Promise<Done<T>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { problem: fileProblem(error) };
  }
}

const tasks = {
  preview: (file: Blob, encoding?: Encoding) => done(() => previewFile(file, encoding)),
  check: (file: Blob, settings: FileSettings, question: BulkOptions, listener: CheckListener & ProxyMarked) =>
    done(() =>
      checkFile(file, settings, question, {
        text: (text) => listener.text(text),
        piece: (piece) => listener.piece(transfer(piece, buffers(piece))),
      }),
    ),
  result: (request: ResultRequest, tell: ((share: number) => void) & ProxyMarked) => done(() => resultFile(request, tell)),
};

const buffers = ({ starts, ends, lines, findings }: CheckedPiece) => [starts, ends, lines, findings].map((list) => list.buffer as ArrayBuffer);

export type Tasks = typeof tasks;

expose(tasks);
