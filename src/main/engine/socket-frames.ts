// Messages on a stream: four bytes of length, then JSON. A length over the limit ends the connection before anything is kept.
import type { Socket } from 'node:net'

const HEAD = 4

export interface Frames {
  readonly send: (message: unknown) => void
  /** Raises the limit once the other side has proved itself. */
  readonly allow: (bytes: number) => void
}

/** Calls `onMessage` for each message that arrives, in order. What is too long or not JSON destroys the socket with an error. */
export const frames = (socket: Socket, firstLimit: number, onMessage: (message: unknown) => void): Frames => {
  let limit = firstLimit
  let parts: Buffer[] = []
  let held = 0

  const take = (size: number): Buffer => {
    const whole = parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)
    parts = whole.length > size ? [whole.subarray(size)] : []
    held -= size
    return whole.subarray(0, size)
  }

  let expected: number | null = null
  socket.on('data', (chunk: Buffer) => {
    parts.push(chunk)
    held += chunk.length
    while (!socket.destroyed) {
      if (expected === null) {
        if (held < HEAD) return
        expected = take(HEAD).readUInt32BE()
        if (expected > limit) return void socket.destroy(new Error(`A message of ${expected} bytes is too long`))
      }
      if (held < expected) return
      const body = take(expected)
      expected = null
      const message = parseJson(body)
      if (message === undefined) return void socket.destroy(new Error('A message was not JSON'))
      onMessage(message.value)
    }
  })

  return {
    send: (message) => {
      const body = Buffer.from(JSON.stringify(message))
      const head = Buffer.alloc(HEAD)
      head.writeUInt32BE(body.length)
      if (!socket.destroyed) socket.write(Buffer.concat([head, body]))
    },
    allow: (bytes) => {
      limit = bytes
    },
  }
}

const parseJson = (body: Buffer): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(body.toString('utf8')) }
  } catch {
    // The caller ends the connection: there is nobody to tell.
    return undefined
  }
}
