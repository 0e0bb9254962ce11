// The shell's sentences in the user's language, for menus and dialogs of the system.
import { IntlMessageFormat } from 'intl-messageformat'
import type { MessageParams } from '#shared/base/app-error.ts'
import type { Language } from '#shared/base/messages.ts'
import { shellMessages, type ShellMessageKey } from '#shared/shell/shell.messages.ts'

export type Say = (key: ShellMessageKey, params?: MessageParams) => string

/** Speaks one language; asks for it at each sentence, so a change of language needs no new one. */
export const speak =
  (language: () => Language): Say =>
  (key, params = {}) =>
    String(new IntlMessageFormat(shellMessages[language()][key], language()).format({ ...params }))
