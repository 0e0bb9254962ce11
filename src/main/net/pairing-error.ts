// Why two machines did not come to know each other, in words for both.
import { AppError, type AppErrorCode, type MessageParams } from '#shared/base/app-error.ts'

/**
 * `wrong_code`: counted; `code_dead`: wrong once too often; `expired`, `withdrawn`, `used`: it ended so a short while ago; `no_invitation`: it
 * ended longer ago, or was never there; `not_the_office`: the other side does not know the code, so it is not whom we meant; `other_version`;
 * `declined`: the office did not take the machine in; `interrupted`; `too_slow`.
 */
export const pairingReasons = [
  'wrong_code',
  'code_dead',
  'expired',
  'withdrawn',
  'used',
  'no_invitation',
  'not_the_office',
  'other_version',
  'declined',
  'interrupted',
  'too_slow',
] as const
export type PairingReason = (typeof pairingReasons)[number]

const codes: Partial<Record<PairingReason, AppErrorCode>> = {
  wrong_code: 'forbidden',
  code_dead: 'forbidden',
  declined: 'forbidden',
}

/** Its message is `sync.pairing.<reason>`; `wrong_code` takes `tries`, how many are left. */
export class PairingError extends AppError {
  readonly reason: PairingReason

  constructor(reason: PairingReason, params: MessageParams = {}, cause?: unknown) {
    super(codes[reason] ?? 'unavailable', `sync.pairing.${reason}`, params, { cause })
    this.reason = reason
  }
}
