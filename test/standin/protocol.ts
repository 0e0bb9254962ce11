// protocol: custom schemes answered by the app itself. Only `handle` of today, none of the older register… methods.
import { addScheme } from './addresses.ts'
import { run } from './run.ts'
import { strict } from './strict.ts'

export type ProtocolHandler = (request: Request) => Response | Promise<Response>

interface Privileges {
  readonly standard?: boolean
  readonly secure?: boolean
  readonly supportFetchAPI?: boolean
}

const handlers = new Map<string, ProtocolHandler>()
const privileges = new Map<string, Privileges>()

export const handlerOf = (scheme: string) => handlers.get(scheme)
export const privilegesOf = (scheme: string): Privileges => privileges.get(scheme) ?? {}

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly { scheme: string; privileges?: Privileges }[]) => {
    if (run.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges: granted = {} } of schemes) {
      // A scheme without these has an opaque origin in Chromium, which the https address in its place would hide.
      if (!granted.standard || !granted.secure)
        throw new Error(`stand-in: scheme ${scheme} without standard and secure is not imitated`)
      addScheme(scheme)
      privileges.set(scheme, granted)
    }
  },
  handle: (scheme: string, handler: ProtocolHandler) => {
    if (!run.ready) throw new Error('protocol.handle can only be called after app is ready')
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    if (!privileges.has(scheme))
      throw new Error(`stand-in: scheme ${scheme} was not registered as privileged; that is not imitated`)
    handlers.set(scheme, handler)
  },
  unhandle: (scheme: string) => {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unregister protocol: ${scheme}`)
  },
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
})
