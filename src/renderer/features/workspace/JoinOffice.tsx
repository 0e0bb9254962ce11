// Joining the office of a colleague: first it lets this computer in, then one says who one is.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useShell } from '#renderer/api/api-context.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { FindOffice } from './FindOffice.tsx'
import { type PairedOffice, useDoorForm, usePersonForm } from './join-forms.ts'
import { JoinAs } from './JoinAs.tsx'
import type { MadeWorkspace } from './RecoveryKeyPages.tsx'

interface JoinOfficeProps {
  readonly onMade: (made: MadeWorkspace) => void
  readonly onBack: () => void
}

export function JoinOffice(props: JoinOfficeProps) {
  const about = useQuery(useShell().about({}))
  if (about.isPending) return <Pending />
  return <JoinSteps computer={about.data?.computer ?? ''} {...props} />
}

/** An office that has let this computer in, and by what. */
interface LetIn {
  readonly office: PairedOffice
  readonly by: string
}

function JoinSteps({ computer, onMade, onBack }: JoinOfficeProps & { readonly computer: string }) {
  const door = useDoorForm(computer)
  const [letIn, setLetIn] = useState<LetIn | null>(null)
  const person = usePersonForm(letIn?.office.users ?? [])
  const [isFinding, setIsFinding] = useState(true)

  if (letIn !== null && !isFinding)
    return <JoinAs office={letIn.office} form={person} onMade={onMade} onBack={() => setIsFinding(true)} />
  return (
    <FindOffice
      form={door}
      letInBy={letIn?.by ?? null}
      onLetIn={(office, by) => {
        setLetIn({ office, by })
        person.setFieldValue('userId', '')
        setIsFinding(false)
      }}
      onContinue={() => setIsFinding(false)}
      onBack={onBack}
    />
  )
}
