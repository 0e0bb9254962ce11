// May this actor do it? Asked for the outer call only; what a procedure runs inside its transaction is trusted.
import { AppError } from '#shared/base/app-error.ts'
import type { Need } from '#shared/base/procedure.ts'
import type { Actor } from './handlers.ts'

/** `*` is every right, `deals.*` every right of a feature. */
export const can = (actor: Actor, need: Need): boolean => {
  const [feature = ''] = need.split('.')
  return actor.rights.some((right) => right === '*' || right === need || right === `${feature}.*`)
}

/** @throws AppError `forbidden` */
export const assertCan = (actor: Actor, need: Need): void => {
  if (!can(actor, need)) throw new AppError('forbidden', 'errors.forbidden', { need })
}
