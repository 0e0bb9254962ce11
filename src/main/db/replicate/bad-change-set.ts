// What a replica refuses of another. Nothing of the batch is kept then.

export type BadReason =
  /** It cannot be read, or not all of it is of the right kind. */
  | 'body'
  /** What it says of itself is not what the chain covers. */
  | 'chain'
  /** It speaks of something that came before it and is not here. */
  | 'causality'
  /** Nobody introduced the origin. */
  | 'origin'
  /** A change set before it is missing. */
  | 'gap'
  /** The other side has a different history under the same name. */
  | 'fork'
  /** The other side knows more of this machine's own changes than the machine itself. */
  | 'self'

export class BadChangeSet extends Error {
  override readonly name = 'BadChangeSet'
  readonly reason: BadReason
  constructor(reason: BadReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
