// Paper and PDF from the same hidden page, so that preview, file and sheet are one document.
import { setTimeout as wait } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import { AppError } from '#shared/base/app-error.ts'
import type { Printable } from '#shared/shell/shell.contract.ts'
import { pageUrl } from './app-pages.ts'
import { createPrintQueue } from './print-queue.ts'

const READY_WITHIN_MS = 30_000
const PDF_WITHIN_MS = 60_000
const LOOK_EVERY_MS = 40

export interface Printing {
  readonly toPdf: (printable: Printable) => Promise<Uint8Array<ArrayBuffer>>
  /** Opens the system's dialog; false if the user cancelled there. */
  readonly toPaper: (printable: Printable) => Promise<boolean>
  /** What a hidden window is to show; `null` for any other window. */
  readonly printableOf: (webContentsId: number) => Printable | null
  readonly isBusy: () => boolean
  readonly whenIdle: () => Promise<void>
}

/** `openHidden` makes a window of the usual kind that is never shown. */
export const createPrinting = (openHidden: () => BrowserWindow): Printing => {
  const queue = createPrintQueue()
  const jobs = new Map<number, Printable>()

  const withPage = async <Result>(printable: Printable, use: (window: BrowserWindow) => Promise<Result>): Promise<Result> => {
    const window = openHidden()
    const contentsId = window.webContents.id
    jobs.set(contentsId, printable)
    try {
      await within(READY_WITHIN_MS, showPage(window, printable))
      return await use(window)
    } finally {
      jobs.delete(contentsId)
      if (!window.isDestroyed()) window.destroy()
    }
  }

  return {
    toPdf: (printable) => queue.add(() => withPage(printable, makePdf)),
    toPaper: (printable) => queue.add(() => withPage(printable, (window) => printPage(window, printable))),
    printableOf: (webContentsId) => jobs.get(webContentsId) ?? null,
    isBusy: queue.isBusy,
    whenIdle: queue.whenIdle,
  }
}

/** The page's route. A recovery key is not in it: addresses end up in logs and crash reports, so that page asks for it. */
export const routeOf = (printable: Printable): string => {
  const query = new URLSearchParams({ paper: printable.paper })
  if (printable.page === 'pipeline' && printable.pipelineId !== null) query.set('pipelineId', printable.pipelineId)
  if (printable.page === 'pipeline' && printable.ownerId !== null) query.set('ownerId', printable.ownerId)
  const path = printable.page === 'card' ? `card/${printable.recordType}/${printable.recordId}` : printable.page
  return `/print/${path}?${query.toString()}`
}

/** The page marks its root element when its data and its fonts are there: `data-ready="true"`, or `"failed"`. */
const showPage = async (window: BrowserWindow, printable: Printable): Promise<void> => {
  await window.loadURL(pageUrl(routeOf(printable)))
  while (!window.isDestroyed() && !window.webContents.isCrashed()) {
    const ready: unknown = await window.webContents.executeJavaScript('document.documentElement.dataset.ready ?? ""')
    if (ready === 'true') return
    if (ready === 'failed') break
    await wait(LOOK_EVERY_MS)
  }
  throw new AppError('unavailable', 'shell.print.page_failed')
}

const makePdf = async (window: BrowserWindow): Promise<Uint8Array<ArrayBuffer>> => {
  const pdf = await within(
    PDF_WITHIN_MS,
    window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    }),
  )
  return new Uint8Array(pdf)
}

const printPage = (window: BrowserWindow, { paper }: Printable): Promise<boolean> =>
  new Promise((resolve, reject) => {
    window.webContents.once('render-process-gone', () => reject(new AppError('unavailable', 'shell.print.page_failed')))
    // The window stays until the system has answered, however long the user takes.
    window.webContents.print({ silent: false, printBackground: true, pageSize: paper }, (isPrinted, reason) => {
      if (isPrinted) resolve(true)
      else if (/cancel/iu.test(reason)) resolve(false)
      else reject(new AppError('unavailable', 'shell.print.failed', { reason }))
    })
  })

const within = <Result>(milliseconds: number, work: Promise<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new AppError('unavailable', 'shell.print.not_ready')), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
