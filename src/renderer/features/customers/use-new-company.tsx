// Makes a company on the way, of nothing but its name. Where one is there that looks like it, which of the two is meant is asked first.
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useClient } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Creation } from '#renderer/ui/ReferencePicker.tsx'
import type { Reference } from '#shared/base/fields.ts'
import type { Lookalike } from '#shared/duplicates/duplicate.ts'
import { LookalikeStrip } from './LookalikeStrip.tsx'

interface Question {
  readonly name: string
  readonly found: readonly Lookalike[]
  readonly decide: (company: Reference | Promise<Reference>) => void
}

export interface NewCompany {
  readonly creation: Creation
  /** The question, as long as it is open. */
  readonly question: ReactNode
  /** Something else was chosen: it need not be answered any more. */
  readonly forget: () => void
}

export const useNewCompany = (): NewCompany => {
  const t = useT()
  const { api, queryClient } = useClient()
  const create = useAction(api.companies.create())
  const [asked, setAsked] = useState<Question | null>(null)

  const make = async (name: string): Promise<Reference> => {
    const found = await queryClient.fetchQuery(api.duplicates.check({ recordType: 'company', name }))
    if (found.length === 0) return create.mutateAsync({ name })
    return new Promise((decide) => setAsked({ name, found, decide }))
  }
  return {
    creation: { label: (name) => t('record.form.create_company', { name }), create: make },
    question: asked && (
      <LookalikeStrip recordType="company" found={asked.found} onUse={asked.decide}>
        <Button
          mt="xs"
          size="compact-xs"
          variant="default"
          loading={create.isPending}
          onClick={() => asked.decide(create.mutateAsync({ name: asked.name }))}
        >
          {t('duplicates.make_anyway', { name: asked.name })}
        </Button>
      </LookalikeStrip>
    ),
    forget: () => setAsked(null),
  }
}
