// The two halves of contextBridge: one in the page's own world, one in the preload's isolated world.
// They reach each other by synchronous events whose `detail` Chromium clones between worlds. The source text of `makeBridge`
// runs in the page, so it may use nothing from outside itself.

type Note = { readonly type: string; readonly [field: string]: unknown }
interface Waiting {
  resolve(value: unknown): void
  reject(error: unknown): void
}
export interface Bridge {
  /** Tells the other world something that needs no answer. */
  tell(note: Note): void
  /** contextBridge.exposeInMainWorld, called in the preload's world. */
  expose(key: string, api: unknown): void
}

export const makeBridge = (own: string, other: string, nonce: string, onNote: (note: Note) => void): Bridge => {
  const mark = `@@${nonce}`
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const numbers = new WeakMap<object, number>()
  const settling = new Map<number, Waiting>()
  const returned = new Map<number, Note>()
  let last = 0
  // Taken now: the page may replace its globals later.
  const { structuredClone: clone, CustomEvent: Custom } = globalThis
  const fire = document.dispatchEvent.bind(document)
  const refuse = (): never => {
    throw new Error('An object could not be cloned.')
  }
  const crosses = (value: object) =>
    [Date, RegExp, Map, Set, ArrayBuffer, Blob, FileList, ImageBitmap, Node].some((kind) => value instanceof kind) ||
    ArrayBuffer.isView(value)
  const describeError = (error: unknown): unknown =>
    error instanceof Error ? { [mark]: 'error', message: error.message, stack: error.stack } : encode(error)

  const encode = (value: unknown, depth = 0, seen = new Map<object, unknown>()): unknown => {
    if (depth > 1000)
      throw new Error('Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.')
    if (typeof value === 'symbol') return refuse()
    if (typeof value === 'function') return { [mark]: 'function', id: numberOf(value as (...args: unknown[]) => unknown) } // any function may be called with anything
    if (value === null || typeof value !== 'object' || crosses(value)) return value
    if (value instanceof Error) return describeError(value)
    if (value instanceof Promise) {
      const id = ++last
      const settle = (isDone: boolean) => (result: unknown) =>
        say({ type: 'settle', id, isDone, value: isDone ? encode(result) : describeError(result) })
      void value.then(settle(true), settle(false)).catch(settle(false))
      return { [mark]: 'promise', id }
    }
    if (value instanceof WeakMap || value instanceof WeakSet) return refuse()
    if (seen.has(value)) return seen.get(value)
    const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? new Array<unknown>(value.length) : {}
    seen.set(value, copy)
    for (const [key, item] of Object.entries(value)) (copy as Record<string, unknown>)[key] = encode(item, depth + 1, seen) // an array takes its indices too
    return copy
  }
  const numberOf = (call: (...args: unknown[]) => unknown) => {
    const known = numbers.get(call)
    if (known !== undefined) return known
    numbers.set(call, ++last)
    functions.set(last, call)
    return last
  }

  const decode = (value: unknown, freeze = false, seen = new Map<object, unknown>()): unknown => {
    if (value === null || typeof value !== 'object') return value
    const marked = value as Record<string, unknown> // what encode wrote
    if (marked[mark] === 'function') return remoteFunction(Number(marked['id']))
    if (marked[mark] === 'promise')
      return new Promise((resolve, reject) => settling.set(Number(marked['id']), { resolve, reject }))
    if (marked[mark] === 'error') return Object.assign(new Error(String(marked['message'])), { stack: marked['stack'] })
    if (crosses(value)) return value
    if (seen.has(value)) return seen.get(value)
    const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? new Array<unknown>(value.length) : {}
    seen.set(value, copy)
    for (const [key, item] of Object.entries(value)) (copy as Record<string, unknown>)[key] = decode(item, freeze, seen) // as in encode
    return freeze ? Object.freeze(copy) : copy
  }
  const remoteFunction =
    (id: number) =>
    (...args: unknown[]) => {
      const answer = ask({ type: 'call', id, args: encode(args) })
      if (answer['isDone'] !== true) throw decode(answer['value'])
      return decode(answer['value'])
    }

  const cloneable = <T>(value: T): T => {
    try {
      return clone(value)
    } catch {
      return refuse() // Electron's words instead of the browser's
    }
  }
  const say = (note: Note) => void fire(new Custom(nonce + other, { detail: cloneable(note) }))
  const ask = (note: Note): Note => {
    const question = ++last
    say({ ...note, question })
    const answer = returned.get(question)
    returned.delete(question)
    if (!answer) throw new Error('stand-in: the other world did not answer')
    return answer
  }
  const run = (work: () => unknown, question: unknown) => {
    try {
      const value = cloneable(encode(work()))
      say({ type: 'return', question, isDone: true, value })
    } catch (error) {
      say({ type: 'return', question, isDone: false, value: describeError(error) })
    }
  }
  const bind = (key: string, api: unknown) => {
    if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object')
    Object.defineProperty(window, key, { value: decode(api, true), writable: false, configurable: false, enumerable: true })
  }

  document.addEventListener(
    nonce + own,
    (event) => {
      event.stopImmediatePropagation()
      const note = (event as CustomEvent<Note>).detail // only `say` knows the name of this event
      if (note.type === 'return') returned.set(Number(note['question']), note)
      else if (note.type === 'settle') {
        const waiting = settling.get(Number(note['id']))
        settling.delete(Number(note['id']))
        if (note['isDone'] === true) waiting?.resolve(decode(note['value']))
        else waiting?.reject(decode(note['value']))
      } else if (note.type === 'expose') run(() => bind(String(note['key']), note['api']), note['question'])
      else if (note.type === 'call')
        run(() => functions.get(Number(note['id']))?.(...(decode(note['args']) as unknown[])), note['question']) // encode(args) is a list
      else onNote(note)
    },
    true,
  )

  return {
    tell: say,
    expose: (key, api) => {
      const answer = ask({ type: 'expose', key, api: encode(api) })
      if (answer['isDone'] !== true) throw decode(answer['value'])
    },
  }
}
