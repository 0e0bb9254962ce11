// A row of a deal: stage, company, contact and owner by name.
import type { Stage } from '#shared/deals/deal.ts'
import { isRefused } from '#shared/imports/draft.ts'
import { finishDeal } from '#shared/imports/finish-draft.ts'
import type { ImportPlan } from '#shared/imports/import.ts'
import type { RowReading } from '#shared/imports/row-reader.ts'
import { NEW_COMPANY } from './contact-register.ts'
import type { Found } from './name-register.ts'
import type { Registers, ResolvedRow } from './resolution.ts'
import { refuseAmbiguous, warnOfRow } from './row-faults.ts'
import { createStageRegister } from './stage-register.ts'

interface DealSurroundings {
  readonly pipelineId: string
  readonly stages: readonly Stage[]
  /** Ids of the deals that are there. */
  readonly externalIds: readonly string[]
}

export interface DealResolver {
  /** Null: the row stays out. */
  readonly resolve: (reading: RowReading) => ResolvedRow | null
  /** The stages that accepted rows asked for and the pipeline lacks. */
  readonly newStages: () => Stage[]
}

export const createDealResolver = (plan: ImportPlan, registers: Registers, surroundings: DealSurroundings): DealResolver => {
  const { people, companies, contacts, newId } = registers
  const stages = createStageRegister(plan, { ...surroundings, newId })
  const used = new Set<string>()
  const ids = new Set(surroundings.externalIds)

  /** Refuses the row where a name of it stands for several. */
  const checkNames = (reading: RowReading): void => {
    const { companyName, contactName, ownerName } = reading.draft
    const company = companyName === null ? null : companies.find(companyName)
    if (companyName !== null) {
      refuseAmbiguous(reading, company, { field: 'companyName', name: companyName, messageKey: 'imports.company.ambiguous' })
    }
    if (contactName !== null) {
      const contact = contacts.find(contactName, companyName === null ? null : idOrNew(company))
      refuseAmbiguous(reading, contact, { field: 'contactName', name: contactName, messageKey: 'imports.contact.ambiguous' })
    }
    if (ownerName !== null) {
      refuseAmbiguous(reading, people.find(ownerName), {
        field: 'ownerName',
        name: ownerName,
        messageKey: 'imports.owner.ambiguous',
      })
    }
  }

  const resolve = (reading: RowReading): ResolvedRow | null => {
    const { draft, faults } = reading
    if (isRefused(faults)) return null
    const stage = stages.stageOf(draft.stageName)
    faults.push(...finishDeal(draft, stage.outcome))
    checkNames(reading)
    if (isRefused(faults)) return null

    const { externalId, companyName, contactName, ownerName } = draft
    if (externalId !== null) {
      if (ids.has(externalId)) {
        warnOfRow(reading, 'imports.deal.also_there', { field: 'externalId', value: externalId, params: { value: externalId } })
      }
      ids.add(externalId)
    }
    used.add(stage.id)
    const companyId = companyName === null ? null : companies.ensure(companyName)
    return {
      id: newId(),
      draft,
      ownerId: ownerName === null ? null : people.ensure(ownerName),
      companyId,
      contactId: contactName === null ? null : contacts.ensure(contactName, companyId),
      stage,
    }
  }

  return { resolve, newStages: () => stages.made(used) }
}

const idOrNew = (found: Found): string => (found === null || found === 'ambiguous' ? NEW_COMPANY : found.id)
