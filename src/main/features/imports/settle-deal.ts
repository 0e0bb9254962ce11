// What a row says of a deal's stage, its outcome and the day it closed, brought together: in Kith a deal is closed by its stage.
import { refused, takenAs } from '#shared/imports/cell.ts'
import { noteFault, type RowReading, textOf } from '#shared/imports/reading.ts'
import type { Stage } from '#shared/deals/deal.ts'
import { append } from './finish-row.ts'
import type { StageRegister } from './stage-register.ts'

type Outcome = Stage['outcome']
type Reached = Pick<Stage, 'id' | 'outcome'>
type Before = Readonly<Record<string, unknown>> | null

/** The stage that the deal goes to; null: it stays where it is. Days and reasons that do not fit it are put where they do. */
export const settleDeal = (stages: StageRegister | null, reading: RowReading, before: Before): Reached | null => {
  const stage = stages === null ? null : reachedStage(stages, reading, before)
  const outcome = stage ? stage.outcome : outcomeOf(before)
  settleCloseDay(reading, outcome)
  const reason = textOf(reading, 'lossReason')
  if (reason !== null && outcome !== 'lost') {
    delete reading.values['lossReason']
    append(reading, reason)
    noteFault(reading, takenAs(reason, 'imports.deal.reason_kept', { value: reason }).fault, {
      field: 'lossReason',
      value: reason,
    })
  }
  return stage
}

const outcomeOf = (before: Before): Outcome => {
  const status = before?.['status']
  return status === 'won' || status === 'lost' ? status : null
}

/** The status closes a deal whatever stage it ended in. Where a closing stage contradicts it, won and lost go by the status. */
const reachedStage = (stages: StageRegister, reading: RowReading, before: Before): Reached | null => {
  const name = textOf(reading, 'stage')
  const status = textOf(reading, 'status')
  const named = name === null ? null : stages.stageOf(name)
  if (status === null) return named ?? (before === null ? stages.stageOf(null) : null)

  const outcome: Outcome = status === 'won' || status === 'lost' ? status : null
  if (named === null) return before !== null && outcomeOf(before) === outcome ? null : stages.stageFor(outcome)
  if (named.outcome === outcome) return named
  const isEndedThere = named.outcome === null && outcome !== null
  const reached = outcome === null ? named : stages.stageFor(outcome)
  const params = { stage: name ?? '', status: reached.outcome ?? 'open' }
  const { fault } = isEndedThere
    ? takenAs(status, 'imports.deal.closed_in_stage', params)
    : takenAs(status, 'imports.deal.stage_not_status', params)
  noteFault(reading, fault, { field: 'status', value: name ?? '' })
  return reached
}

/** Many programs have one close date, which for an open deal is the expected one. */
const settleCloseDay = (reading: RowReading, outcome: Outcome): void => {
  const closedOn = textOf(reading, 'closedOn')
  if (outcome !== null || closedOn === null) return
  delete reading.values['closedOn']
  const expected = textOf(reading, 'expectedCloseOn')
  const place = { field: 'closedOn', value: closedOn }
  if (expected !== null && expected !== closedOn)
    noteFault(reading, refused('imports.deal.open_but_closed', { value: closedOn }).fault, place)
  else if (expected === null) {
    reading.values['expectedCloseOn'] = closedOn
    noteFault(reading, takenAs(closedOn, 'imports.deal.close_day_expected', { stored: closedOn }).fault, place)
  }
}
