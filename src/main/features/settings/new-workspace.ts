// What a new workspace holds before its first record: its user, its settings, a pipeline, the statuses of tickets, the lifecycle.
import { generateKeyBetween } from 'fractional-indexing'
import type { Language } from '#shared/base/messages.ts'
import { defaultPipeline } from '#shared/deals/default-pipeline.ts'
import { defaultSettings } from '#shared/settings/settings.ts'
import { defaultTicketStatuses } from '#shared/tickets/default-statuses.ts'
import type { WriteTx } from '#main/db/database.ts'
import { putUsualStages } from '#main/records/usual-stages.ts'
import { putSettings } from './settings.repository.ts'

export interface Newcomer {
  readonly userId: string
  readonly userName: string
}

export interface NewWorkspace extends Newcomer {
  readonly workspaceName: string
  readonly language: Language
  /** null: the one usual for the language. */
  readonly currency: string | null
  readonly timeZone: string
}

/** Logged like any other operation, so that it reaches the other machines of the office; it is never undone. */
export const setUpWorkspace = (
  tx: WriteTx,
  { userId, userName, workspaceName, language, currency, timeZone }: NewWorkspace,
): void => {
  addPerson(tx, { userId, userName })
  const usual = defaultSettings(language)
  putSettings(tx, { ...usual, workspaceName, timeZone, currency: currency ?? usual.currency })
  insertPipeline(tx, language)
  insertTicketStatuses(tx, language)
  putUsualStages(tx, language)
}

/** Somebody who works in the office from now on. */
export const addPerson = (tx: WriteTx, { userId, userName }: Newcomer): void => {
  tx.insert('users', { id: userId, name: userName, canSignIn: true })
}

const insertPipeline = (tx: WriteTx, language: Language): void => {
  const { name, stages } = defaultPipeline[language]
  const pipelineId = tx.insert('pipelines', { name, position: generateKeyBetween(null, null) })
  let position: string | null = null
  for (const stage of stages) {
    position = generateKeyBetween(position, null)
    tx.insert('stages', { ...stage, pipelineId, position })
  }
}

const insertTicketStatuses = (tx: WriteTx, language: Language): void => {
  let position: string | null = null
  for (const status of defaultTicketStatuses[language]) {
    position = generateKeyBetween(position, null)
    tx.insert('ticketStatuses', { ...status, position })
  }
}
