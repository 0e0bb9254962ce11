// Structured-clone semantics over JSON text: dates, maps, sets, typed arrays, errors, cycles, holes, -0.
// The source text of `makeCodec` also runs in the page, so it may use nothing from outside itself.

type Entry = readonly [kind: string, ...parts: unknown[]]
export interface Codec {
  encode(value: unknown): string
  decode(text: string): unknown
}

export const makeCodec = (): Codec => {
  const views = [
    'Uint8Array',
    'Int8Array',
    'Uint8ClampedArray',
    'Uint16Array',
    'Int16Array',
    'Uint32Array',
    'Int32Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
    'DataView',
  ]
  const errors = ['Error', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError']
  const uncloneable = ['Promise', 'WeakMap', 'WeakSet', 'WeakRef', 'Blob', 'File', 'Window']
  const refuse = (): never => {
    throw new Error('An object could not be cloned.')
  }
  const globals = globalThis as unknown as Record<string, new (...parts: unknown[]) => object> // constructors looked up by name
  const tagOf = (value: object) => Object.prototype.toString.call(value).slice(8, -1)
  const toText = (bytes: Uint8Array) => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768))
    return btoa(text)
  }
  const toBytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

  const encode = (root: unknown): string => {
    const table: (Entry | null)[] = []
    const seen = new Map<object, number>()
    const number = (value: number) => {
      if (Object.is(value, -0)) return { n: '-0' }
      return Number.isFinite(value) ? value : { n: String(value) }
    }
    const put = (value: unknown): unknown => {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
      if (typeof value === 'number') return number(value)
      if (value === undefined) return { u: 1 }
      if (typeof value === 'bigint') return { b: String(value) }
      if (typeof value !== 'object') return refuse()
      const known = seen.get(value)
      if (known !== undefined) return { r: known }
      const index = table.push(null) - 1
      seen.set(value, index)
      table[index] = describe(value)
      return { r: index }
    }
    const describe = (value: object): Entry => {
      const kind = tagOf(value)
      if (Array.isArray(value))
        return ['a', Array.from({ length: value.length }, (_, at) => (at in value ? put(value[at]) : { h: 1 }))]
      if (ArrayBuffer.isView(value))
        return [
          't',
          views.includes(kind) ? kind : 'Uint8Array',
          toText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)),
        ]
      if (value instanceof ArrayBuffer) return ['B', toText(new Uint8Array(value))]
      if (value instanceof Date) return ['d', put(value.getTime())]
      if (value instanceof RegExp) return ['x', value.source, value.flags]
      if (value instanceof Map) return ['m', [...value].map(([key, item]) => [put(key), put(item)])]
      if (value instanceof Set) return ['s', [...value].map(put)]
      if (value instanceof Error)
        return [
          'e',
          errors.includes(value.name) ? value.name : 'Error',
          value.message,
          value.stack ?? '',
          Object.hasOwn(value, 'cause') ? put(value.cause) : { h: 1 },
        ]
      if (kind === 'Number' || kind === 'String' || kind === 'Boolean') return ['w', put(value.valueOf())]
      if (uncloneable.includes(kind) || kind.startsWith('HTML')) return refuse()
      return ['o', Object.entries(value).map(([key, item]) => [key, put(item)])]
    }
    const start = put(root)
    return JSON.stringify([start, table])
  }

  const decode = (text: string): unknown => {
    const [start, table] = JSON.parse(text) as [unknown, Entry[]] // the shape that encode writes
    const made = new Map<number, object>()
    const take = (value: unknown): unknown => {
      if (value === null || typeof value !== 'object') return value
      if ('r' in value) return build(Number(value.r))
      if ('n' in value) return Number(value.n)
      if ('b' in value) return BigInt(String(value.b))
      return undefined
    }
    const isHole = (value: unknown) => typeof value === 'object' && value !== null && 'h' in value
    const keep = <T extends object>(index: number, value: T): T => {
      made.set(index, value)
      return value
    }
    const build = (index: number): unknown => {
      const ready = made.get(index)
      if (ready) return ready
      const [kind, ...parts] = table[index] as Entry // indices are written by encode
      const list = parts[0] as unknown[] // used only by the kinds whose first part is a list
      const [first, second, third, fourth] = parts.map(String)
      if (kind === 'a') {
        const array = keep(index, new Array<unknown>(list.length))
        list.forEach((item, at) => {
          if (!isHole(item)) array[at] = take(item)
        })
        return array
      }
      if (kind === 'o') {
        const object = keep(index, {})
        for (const [key, item] of list as [string, unknown][])
          Object.defineProperty(object, key, { value: take(item), enumerable: true, writable: true, configurable: true }) // pairs, see describe
        return object
      }
      if (kind === 't') {
        const bytes = toBytes(second ?? '')
        const View = globals[first ?? '']
        return keep(index, first === 'Uint8Array' || !View ? bytes : new View(bytes.buffer))
      }
      if (kind === 'B') return keep(index, toBytes(first ?? '').buffer)
      if (kind === 'd') return keep(index, new Date(Number(take(parts[0]))))
      if (kind === 'x') return keep(index, new RegExp(first ?? '', second))
      if (kind === 'm') {
        const map = keep(index, new Map<unknown, unknown>())
        for (const [key, item] of list as [unknown, unknown][]) map.set(take(key), take(item)) // pairs, see describe
        return map
      }
      if (kind === 's') {
        const set = keep(index, new Set<unknown>())
        for (const item of list) set.add(take(item))
        return set
      }
      if (kind === 'w') return keep(index, Object(take(parts[0])) as object) // Object() of a primitive is its wrapper
      const Kind = globals[first ?? '']
      const error = keep(index, Kind ? new Kind(second) : new Error(second))
      Object.defineProperty(error, 'stack', { value: third, configurable: true, writable: true })
      if (!isHole(parts[3])) Object.defineProperty(error, 'cause', { value: take(parts[3]), configurable: true, writable: true })
      return fourth === undefined ? refuse() : error
    }
    return take(start)
  }

  return { encode, decode }
}

export const { encode, decode } = makeCodec()
