// Adds files to a record, however they came. Mails go to the timeline, appointments to the calendar, cards are asked about, the rest is
// attached.
import { type ReactNode, useState } from 'react'
import { useClient } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { errorText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ConfirmModal } from '#renderer/ui/ConfirmModal.tsx'
import type { DroppedFile } from '#shared/attachments/drops.contract.ts'
import type { RecordType } from '#shared/base/fields.ts'
import { AddProgress } from './AddProgress.tsx'
import { CardsModal } from './CardsModal.tsx'
import { DropResults } from './DropResults.tsx'
import { needsWords, saidOfDrop } from './drop-words.ts'
import { fromDialog, type GivenFile, isCalendarFile, isCardFile } from './given-files.ts'

export interface RecordPlace {
  readonly recordType: RecordType
  readonly recordId: string
  /** An entry of the record's timeline that they are added to. */
  readonly activityId?: string
}

export interface AddFiles {
  readonly add: (files: readonly GivenFile[]) => void
  /** Asks for files in the system's dialog. */
  readonly choose: () => void
  readonly isBusy: boolean
  /** To be rendered: questions, progress and what became of the files. */
  readonly dialogs: ReactNode
}

export const useAddFiles = (place: RecordPlace): AddFiles => {
  const { recordType, recordId, activityId = null } = place
  const t = useT()
  const { api, shell, quietLine } = useClient()
  const [question, setQuestion] = useState<{ readonly files: readonly GivenFile[]; readonly text: string } | null>(null)
  const [results, setResults] = useState<readonly DroppedFile[]>([])
  const [cards, setCards] = useState<readonly GivenFile[]>([])

  const filing = useAction(api.drops.file(), {
    errors: 'caller',
    said: ({ files }) => saidOfDrop(t, files) ?? '',
    onDone: ({ files }) => {
      const known = saidOfDrop(t, files)
      if (known !== null && files.every(({ outcome }) => outcome === 'known' || outcome === 'mail-known'))
        quietLine.say(known, null)
      setResults(files.filter(needsWords))
    },
  })
  const planning = useAction(api.calendarFiles.import(), {
    said: ({ added, calledOff }) =>
      calledOff.length === 0
        ? t('drops.said.calendar', { count: added.length })
        : t('calendar.called_off', { added: added.length, count: calledOff.length, title: calledOff[0]?.title ?? '' }),
    onDone: ({ added, calledOff }) => {
      if (added.length + calledOff.length === 0) quietLine.say(t('drops.said.calendar', { count: 0 }), null)
    },
  })
  const file = (files: readonly GivenFile[], areProgramsAllowed: boolean) => {
    if (files.length === 0) return
    filing.mutate(
      { recordType, recordId, activityId, files: files.map(({ reference }) => reference), areProgramsAllowed },
      {
        onError: (error) => {
          if (error.messageKey === 'attachments.programs') setQuestion({ files, text: errorText(t, error).text })
          else quietLine.fail(error)
        },
        onSuccess: () => setQuestion(null),
      },
    )
  }
  const add = (files: readonly GivenFile[]) => {
    // Only companies and people can be filled from a card; to a deal, a ticket or a note it is a file like any other.
    const takesCards = activityId === null && (recordType === 'company' || recordType === 'contact')
    const calendars = activityId === null ? files.filter(isCalendarFile) : []
    const addressBooks = takesCards ? files.filter(isCardFile) : []
    for (const { reference } of calendars) planning.mutate({ file: reference, recordType, recordId })
    setCards(addressBooks)
    file(
      files.filter((one) => !calendars.includes(one) && !addressBooks.includes(one)),
      false,
    )
  }
  const choosing = useAction(shell.chooseFiles(), { onDone: (chosen) => add(chosen.map(fromDialog)) })
  const [card] = cards
  const nextCard = () => setCards((waiting) => waiting.slice(1))

  return {
    add,
    choose: () => choosing.mutate({}),
    isBusy: filing.isPending || planning.isPending || choosing.isPending,
    dialogs: (
      <>
        {question && (
          <ConfirmModal
            isOpen
            title={t('attachments.programs_title')}
            confirmLabel={t('attachments.programs_confirm')}
            isBusy={filing.isPending}
            onConfirm={() => file(question.files, true)}
            onClose={() => setQuestion(null)}
          >
            {question.text}
          </ConfirmModal>
        )}
        {card && (recordType === 'company' || recordType === 'contact') && (
          <CardsModal
            key={card.name}
            place={{ recordType, recordId }}
            file={card}
            onClose={nextCard}
            onKeepFile={() => {
              file([card], false)
              nextCard()
            }}
          />
        )}
        {filing.progress && <AddProgress progress={filing.progress} onCancel={filing.cancel} />}
        {results.length > 0 && <DropResults files={results} onClose={() => setResults([])} />}
      </>
    ),
  }
}
