// What a sandboxed preload finds: `require` of a few modules, ipcRenderer, contextBridge, webUtils, webFrame and a small `process`.
// The source text of `makePreloadWorld` runs in the page's isolated world, so it may use nothing from outside itself.
import type { Codec } from '../codec.ts'
import type { Bridge } from './bridge.ts'

type Listener = (...args: unknown[]) => void
export interface PreloadFacts {
  readonly argv: readonly string[]
  readonly process: Record<string, unknown>
}
export interface PreloadWorld {
  readonly require: (name: string) => unknown
  readonly process: object
}
interface Parts {
  readonly bridge: Bridge
  readonly codec: Codec
  readonly facts: PreloadFacts
  readonly pathOf: (file: unknown) => string
  /** Sends one message to the app; `reply` is called when it answers. */
  readonly post: (message: Record<string, unknown>, reply?: (answer: { value?: string; error?: string }) => void) => void
  readonly onMessage: (listener: (channel: string, args: unknown[]) => void) => void
}

export const makePreloadWorld = ({ bridge, codec, facts, pathOf, post, onMessage }: Parts): PreloadWorld => {
  const missing = (name: string): never => {
    throw new Error(`stand-in: ${name} is not imitated`)
  }
  const strict = <T extends object>(owner: string, target: T): T =>
    new Proxy(target, {
      get: (on, name): unknown =>
        name in on || typeof name === 'symbol' || name === 'then' ? Reflect.get(on, name) : missing(`${owner}.${name}`),
    })

  const makeEmitter = () => {
    const listeners = new Map<string, { listener: Listener; call: Listener }[]>()
    const of = (channel: string) => listeners.get(channel) ?? []
    const add = (channel: string, listener: Listener, call: Listener) => {
      listeners.set(channel, [...of(channel), { listener, call }])
      return emitter
    }
    const off = (channel: string, listener: Listener) => {
      listeners.set(
        channel,
        of(channel).filter((entry) => entry.listener !== listener),
      )
      return emitter
    }
    const emitter = {
      on: (channel: string, listener: Listener) => add(channel, listener, listener),
      addListener: (channel: string, listener: Listener) => add(channel, listener, listener),
      once: (channel: string, listener: Listener) =>
        add(channel, listener, (...args) => {
          off(channel, listener)
          listener(...args)
        }),
      off,
      removeListener: off,
      removeAllListeners: (channel: string) => {
        listeners.delete(channel)
        return emitter
      },
    }
    const deliver = (channel: string, args: unknown[]) => {
      for (const { call } of of(channel)) call(...args)
    }
    return { emitter, deliver }
  }

  const { emitter, deliver } = makeEmitter()
  const ipcRenderer = strict('ipcRenderer', {
    ...emitter,
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args: codec.encode(args) }),
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        post({ kind: 'invoke', channel, args: codec.encode(args) }, ({ value, error }) => {
          if (error === undefined) resolve(codec.decode(value ?? ''))
          else reject(new Error(`Error invoking remote method '${channel}': ${error}`))
        })
      }),
  })
  onMessage((channel, args) => deliver(channel, [{ sender: ipcRenderer, ports: [] }, ...args]))

  const electron = strict('electron (preload)', {
    ipcRenderer,
    contextBridge: strict('contextBridge', { exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api) }),
    webUtils: strict('webUtils', { getPathForFile: pathOf }),
    webFrame: strict('webFrame', {
      getZoomFactor: () => window.devicePixelRatio,
      getZoomLevel: () => Math.log(window.devicePixelRatio) / Math.log(1.2),
      setZoomFactor: () => missing('webFrame.setZoomFactor (use webContents)'),
      setVisualZoomLevelLimits: () => undefined,
    }),
    crashReporter: strict('crashReporter', { addExtraParameter: () => undefined }),
  })
  const modules: Record<string, unknown> = {
    electron,
    timers: { setTimeout, clearTimeout, setInterval, clearInterval },
    url: { URL, URLSearchParams },
  }

  return {
    require: (name) => {
      const plain = name.replace(/^node:/, '').replace(/^electron\/(renderer|common)$/, 'electron')
      if (!Object.hasOwn(modules, plain)) throw new Error(`module not found: ${name}`)
      return modules[plain]
    },
    process: Object.freeze({
      ...facts.process,
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      env: Object.freeze({}),
      argv: facts.argv,
      uptime: () => performance.now() / 1000,
    }),
  }
}
