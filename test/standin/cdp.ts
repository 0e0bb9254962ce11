// The Chrome DevTools Protocol in types. Only types come from playwright-core; the stand-in itself has no dependency.
import type { Protocol } from '../../node_modules/playwright-core/types/protocol'

export type { Protocol }
export type Command = keyof Protocol.CommandParameters
export type Parameters<C extends Command> = Protocol.CommandParameters[C]
export type Reply<C extends Command> = Protocol.CommandReturnValues[C]
export type EventName = keyof Protocol.Events
export type Payload<E extends EventName> = Protocol.Events[E]

export type Send = <C extends Command>(command: C, parameters?: Parameters<C>) => Promise<Reply<C>>
