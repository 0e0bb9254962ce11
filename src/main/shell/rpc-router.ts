// The one door between pages and the main process: who asks, for what, and who answers.
import { isAbsolute } from 'node:path'
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { z } from 'zod'
import { AppError } from '#shared/base/app-error.ts'
import type { Reply } from '#shared/base/procedure.ts'
import type { Engine } from '#main/engine/engine.ts'
import type { Session } from '#main/engine/session.ts'
import { isOwnPage } from './app-pages.ts'
import { findProcedure, readCallRequest, type CallRequest } from './call-request.ts'
import type { ToFailure } from './failure.ts'
import { createFileTokens, type FileTokens } from './file-tokens.ts'
import { sendEvent } from './send-event.ts'
import type { ShellDoor } from './shell-door.ts'

export interface RouterParts {
  readonly engine: Promise<Engine>
  readonly shell: ShellDoor
  readonly toFailure: ToFailure
  readonly newToken: () => string
  /** Keeps bytes that have no path; answers where. */
  readonly keepBytes: (name: string, bytes: Uint8Array) => Promise<string>
}

/** What a page may hand over without a path: a picture out of the clipboard, an attachment dragged from a mail program. */
const nakedFile = z.strictObject({
  name: z.string().max(1000),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 64 * 1024 * 1024),
})

/** One page that asks. Its files, its calls and its session end with it. */
interface Caller {
  readonly contents: WebContents
  readonly files: FileTokens
  readonly calls: Map<string, AbortController>
  session: Promise<Session> | null
}

/** Listens on the channels of the preload: `rpc`, `rpc.cancel`, `rpc.file` and `rpc.bytes`. To be called once. */
export const startRouter = (parts: RouterParts): void => {
  const callers = new WeakMap<WebContents, Caller>()
  const callerOf = (contents: WebContents): Caller => {
    const known = callers.get(contents)
    if (known) return known
    const caller = newCaller(contents, parts.newToken)
    callers.set(contents, caller)
    return caller
  }

  ipcMain.handle('rpc', async (event, message: unknown): Promise<Reply> => {
    try {
      checkSender(event)
      return await answer(parts, callerOf(event.sender), readCallRequest(message))
    } catch (error) {
      return parts.toFailure(error)
    }
  })

  ipcMain.on('rpc.cancel', (event, callId: unknown) => {
    if (isOurs(event) && typeof callId === 'string') callers.get(event.sender)?.calls.get(callId)?.abort()
  })

  // Only the preload can name a path here, and it takes it from a File object that the user gave to the page.
  ipcMain.handle('rpc.file', (event, path: unknown): string | null =>
    isOurs(event) && typeof path === 'string' && isAbsolute(path) ? callerOf(event.sender).files.forReading(path) : null,
  )

  ipcMain.handle('rpc.bytes', async (event, message: unknown): Promise<string | null> => {
    const parsed = nakedFile.safeParse(message)
    if (!isOurs(event) || !parsed.success) return null
    return callerOf(event.sender).files.forReading(await parts.keepBytes(parsed.data.name, parsed.data.bytes))
  })
}

const newCaller = (contents: WebContents, newToken: () => string): Caller => {
  const caller: Caller = { contents, files: createFileTokens(newToken), calls: new Map(), session: null }
  const abandonCalls = (): void => {
    for (const call of caller.calls.values()) call.abort()
  }

  // Another document in the place of the one that asked; a change of route is not one.
  contents.on('did-navigate', abandonCalls)
  contents.on('render-process-gone', abandonCalls)
  contents.on('destroyed', () => {
    abandonCalls()
    void caller.session?.then((session) => session.close())
  })
  return caller
}

const answer = async (parts: RouterParts, caller: Caller, request: CallRequest): Promise<Reply> => {
  const { callId, path, input } = request
  if (caller.calls.has(callId)) throw new AppError('invalid_input', 'shell.call.twice')

  const call = new AbortController()
  caller.calls.set(callId, call)
  try {
    if (path.startsWith('shell.')) return await parts.shell(caller, path.slice('shell.'.length), input)
    return await askEngine(parts, caller, request, call.signal)
  } finally {
    caller.calls.delete(callId)
  }
}

const askEngine = async (parts: RouterParts, caller: Caller, request: CallRequest, signal: AbortSignal): Promise<Reply> => {
  const { callId, path, input } = request
  caller.session ??= parts.engine.then((engine) => engine.openSession({ resolveFile: caller.files.resolve }))
  const session = await caller.session
  const reply = await session.call(path, input, {
    signal,
    onProgress: (progress) => sendEvent(caller.contents, { type: 'progress', callId, progress }),
  })
  if (reply.ok) caller.files.markWritten(filesIn(path, input))
  return reply
}

const filesIn = (path: string, input: unknown): string[] => {
  const fields = findProcedure(path)?.options.files ?? []
  const values = typeof input === 'object' && input !== null ? Object.entries(input) : []
  return values.filter(([field]) => fields.includes(field)).flatMap(([, value]) => (typeof value === 'string' ? [value] : []))
}

const checkSender = (event: IpcMainInvokeEvent): void => {
  if (!isOurs(event)) throw new AppError('forbidden', 'errors.forbidden')
}

/** The main frame of one of the app's own pages; no frame inside it, and no page that has gone. */
const isOurs = ({ senderFrame }: IpcMainInvokeEvent | IpcMainEvent): boolean =>
  senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url)
