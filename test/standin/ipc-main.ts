// ipcMain, and webContents.ipc which has the same methods for one page.
import { StrictEmitter } from './strict.ts'

export type Handler = (event: unknown, ...args: unknown[]) => unknown

export class IpcMain extends StrictEmitter {
  readonly #handlers = new Map<string, Handler>()

  constructor(owner: string) {
    super(owner, null)
  }
  handle(channel: string, handler: Handler) {
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`)
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }
  handleOnce(channel: string, handler: Handler) {
    this.handle(channel, (...args) => {
      this.removeHandler(channel)
      return handler(...args)
    })
  }
  removeHandler(channel: string) {
    this.#handlers.delete(channel)
  }
  /** Not Electron's: the handler of a channel. */
  _handlerOf(channel: string): Handler | undefined {
    return this.#handlers.get(channel)
  }
}

export const ipcMain = new IpcMain('ipcMain')
