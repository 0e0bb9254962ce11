// Keeps what is typed into forms. Nothing here is logged, undone or sent to other machines.
import type { Actor, Handlers } from '#main/rpc/handlers.ts'
import { draftPlace, findDraft } from './drafts.repository.ts'

export const draftsHandlers: Handlers['drafts'] = {
  of: ({ db, actor }, { key }) => findDraft(db, userOf(actor), key),

  keep: ({ tx, actor }, { key, value }) => {
    tx.keep(draftPlace(userOf(actor), key), value)
    return null
  },

  forget: ({ tx, actor }, { key }) => {
    tx.keep(draftPlace(userOf(actor), key), null)
    return null
  },
}

/** The command line may act for nobody in particular: its drafts are its own. */
const userOf = ({ userId }: Actor): string => userId ?? ''
