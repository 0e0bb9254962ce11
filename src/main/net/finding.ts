// One sentence of what was tried out in the network.
import type { MessageParams } from '#shared/base/app-error.ts'

/** `note`: it works so, or it is worth knowing. */
export interface Finding {
  readonly level: 'good' | 'note' | 'trouble'
  readonly messageKey: string
  readonly params: MessageParams
}

const finding =
  (level: Finding['level']) =>
  (messageKey: string, params: MessageParams = {}): Finding => ({ level, messageKey, params })

export const good = finding('good')
export const note = finding('note')
export const trouble = finding('trouble')
