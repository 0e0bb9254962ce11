// The window between a page and the main process: three functions and nothing else. Built as CommonJS, because a sandbox loads no modules.
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import type { AppEvent, Bridge, Reply } from '#shared/base/procedure.ts'

const bridge: Bridge = {
  call: async (callId, path, input): Promise<Reply> =>
    ipcRenderer.invoke('rpc', { callId, path, input: await withTokens(input) }),

  cancel: (callId) => ipcRenderer.send('rpc.cancel', callId),

  onEvent: (listener) => {
    // The page gets the event alone: Electron's own carries the sender, and with it a way around this bridge.
    const pass = (_event: IpcRendererEvent, event: AppEvent): void => listener(event)
    ipcRenderer.on('event', pass)
    return () => {
      ipcRenderer.off('event', pass)
    }
  },
}

/** Puts a token in the place of each File, which the shell keeps with the file's path; a page never sees a path. */
const withTokens = async (value: unknown): Promise<unknown> => {
  if (value instanceof File) return (await tokenOf(value)) ?? ''
  if (Array.isArray(value)) return Promise.all(value.map(withTokens))
  if (!isPlainObject(value)) return value
  const entries = await Promise.all(Object.entries(value).map(async ([key, inner]) => [key, await withTokens(inner)] as const))
  return Object.fromEntries(entries)
}

/** A file without a path, such as a picture out of the clipboard, is handed over whole. */
const tokenOf = async (file: File): Promise<unknown> => {
  const path = webUtils.getPathForFile(file)
  if (path !== '') return ipcRenderer.invoke('rpc.file', path)
  return ipcRenderer.invoke('rpc.bytes', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
}

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

contextBridge.exposeInMainWorld('kith', Object.freeze(bridge))
