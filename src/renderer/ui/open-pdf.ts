// Reads a PDF with pdf.js, which is fetched when the first one is shown. Its parser runs in a worker of the app's own files.
import type * as PdfJs from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

export type PdfDocument = PdfJs.PDFDocumentProxy

export const openPdf = async (bytes: Uint8Array): Promise<PdfDocument> => {
  const { getDocument, worker } = await loadPdfJs()
  // The worker takes the bytes away, so it gets a copy. The page's rules forbid to compile code, WebAssembly too.
  return getDocument({ data: bytes.slice(), worker, useWasm: false, useWorkerFetch: false }).promise
}

interface Library {
  readonly getDocument: typeof PdfJs.getDocument
  readonly worker: PdfJs.PDFWorker
}

let library: Promise<Library> | null = null

const loadPdfJs = (): Promise<Library> => {
  library ??= import('pdfjs-dist').then(({ getDocument, PDFWorker }) => ({
    getDocument,
    worker: PDFWorker.create({ port: new Worker(workerUrl, { type: 'module' }) }),
  }))
  return library
}
