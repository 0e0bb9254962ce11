// The scripts that run in every new document, as text: one for the page's own world, one for the preload's.
import { makeCodec } from '../codec.ts'
import { makeBridge } from './bridge.ts'
import { watchFiles } from './files.ts'
import { reportKeys } from './keys.ts'
import { guardOpening } from './open-guard.ts'
import { type PreloadFacts, makePreloadWorld } from './preload.ts'

/** Electron's own name of the world, which shows in developer tools. */
export const worldName = 'Electron Isolated Context'

export const mainWorldSource = (nonce: string): string => `{
  const bridge = (${String(makeBridge)})('page', 'preload', ${JSON.stringify(nonce)}, () => undefined)
  if (window.top === window) (${String(guardOpening)})(bridge)
}`

export interface Facts {
  readonly argv: readonly string[]
  /** A person uses the window: keys are reported, as no menu bar exists that would catch them. */
  readonly headed: boolean
}

export const preloadWorldSource = (nonce: string, facts: Facts, preload: { path: string; code: string } | null): string => {
  const { platform, arch, versions } = process
  const known: PreloadFacts = { argv: facts.argv, process: { platform, arch, versions } }
  return `if (window.top === window) {
  const native = globalThis.__standinNative
  delete globalThis.__standinNative
  const waiting = new Map()
  const listeners = []
  let last = 0
  const codec = (${String(makeCodec)})()
  const post = (message, reply) => {
    const id = ++last
    if (reply) waiting.set(id, reply)
    native(JSON.stringify({ id, ...message }))
  }
  globalThis.__standinDeliver = (text) => {
    const message = JSON.parse(text)
    if (message.kind === 'reply') {
      const reply = waiting.get(message.id)
      waiting.delete(message.id)
      reply?.(message)
    } else for (const listener of listeners) listener(message.channel, codec.decode(message.args))
  }
  globalThis.__standinFiles = new Map()
  const askPaths = (files, answer) => {
    const id = last + 1
    globalThis.__standinFiles.set(id, files)
    post({ kind: 'files' }, ({ value }) => {
      globalThis.__standinFiles.delete(id)
      answer(codec.decode(value))
    })
  }
  const { pathOf } = (${String(watchFiles)})(askPaths)
  const onNote = (note) => post({ kind: 'open', url: note.url, name: note.name, features: note.features })
  const bridge = (${String(makeBridge)})('preload', 'page', ${JSON.stringify(nonce)}, onNote)
  const facts = ${JSON.stringify(known)}
  ${facts.headed ? `;(${String(reportKeys)})((keys) => post({ kind: 'keys', keys }))` : ''}
  const world = (${String(makePreloadWorld)})({ bridge, codec, facts, pathOf, post, onMessage: (listener) => listeners.push(listener) })
  ${preload === null ? '' : runPreload(preload)}
}`
}

const runPreload = ({ path, code }: { path: string; code: string }): string => `try {
    (function (require, process, module, exports, global) {
${code}
    })(world.require, world.process, { exports: {} }, {}, globalThis)
  } catch (error) {
    post({ kind: 'preload-error', path: ${JSON.stringify(path)}, message: String((error && error.stack) || error) })
  }`
