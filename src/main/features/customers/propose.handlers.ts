// What a pasted text says about a customer. Nothing is stored.
import { phoneCountry } from '#shared/records/phone.ts'
import { readPaste } from '#shared/records/paste/paste.ts'
import { chinaDivisions } from '#main/records/divisions.ts'
import type { Handlers } from '#main/rpc/handlers.ts'

export const customersHandlers: Handlers['customers'] = {
  propose: ({ run }, { text }) =>
    readPaste(text, { divisions: chinaDivisions(), country: phoneCountry(run('settings.get', {})) }),
}
