// Two versions of a long text against the one that both came from, and one text of both, to be changed before it is kept.
import { SegmentedControl, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { FormModal } from '#renderer/ui/FormModal.tsx'
import { ScrollBox } from '#renderer/ui/ScrollBox.tsx'
import type { Conflict } from '#shared/conflicts/conflict.ts'
import classes from './Conflict.module.css'
import { fieldOf, longTextOf, whoAndWhere } from './conflict-words.ts'
import { bothTexts, textParts } from './merge-texts.ts'
import { useDecide } from './use-decide.ts'

interface BothTextsProps {
  readonly conflict: Conflict
  readonly onClose: () => void
}

type Start = 'both' | 'first' | 'second'

export function BothTexts({ conflict, onClose }: BothTextsProps) {
  const t = useT()
  const { standing, others } = conflict
  const [other] = others
  const first = longTextOf(standing)
  const second = other ? longTextOf(other) : ''
  const base = longTextOf({ values: other?.base ?? [] })
  const starts: Readonly<Record<Start, string>> = { both: bothTexts(first, base, second), first, second }
  const [start, setStart] = useState<Start>('both')
  const [text, setText] = useState(starts.both)
  const { decide, isPending, error } = useDecide(conflict, 'caller')

  return (
    <FormModal
      size="xl"
      title={t('conflicts.text.title', { field: fieldOf(t, conflict) })}
      submitLabel={t('conflicts.save')}
      isOpen
      onClose={onClose}
      onSubmit={(event) => {
        event?.preventDefault()
        decide({ kind: 'write', value: text === '' ? null : text }).then(onClose, () => undefined)
      }}
      isBusy={isPending}
      unsaved={{ isDirty: text !== starts[start], isKept: false, restoredAt: null, flush: () => {}, onDiscard: () => {} }}
      error={error}
    >
      <Text c="dimmed" size="sm">
        {t('conflicts.text.about')}
      </Text>
      <div className={classes['texts']}>
        <Marked title={t('conflicts.text.stands', { who: whoAndWhere(t, standing) })} before={base} after={first} />
        {other && <Marked title={t('conflicts.text.other', { who: whoAndWhere(t, other) })} before={base} after={second} />}
      </div>
      <SegmentedControl
        aria-label={t('conflicts.text.begin_with')}
        value={start}
        data={(['both', 'first', 'second'] as const).map((value) => ({ value, label: t(`conflicts.text.${value}`) }))}
        onChange={(next) => {
          setStart(next)
          setText(starts[next])
        }}
      />
      <Textarea
        mt="sm"
        label={t('conflicts.text.result')}
        autosize
        minRows={5}
        maxRows={12}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </FormModal>
  )
}

function Marked({ title, before, after }: { readonly title: string; readonly before: string; readonly after: string }) {
  const t = useT()
  return (
    <section aria-label={title}>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      <ScrollBox label={title}>
        <div className={classes['text']}>
          {textParts(before, after).map(({ kind, text }, index) => {
            if (kind === 'same') return <span key={index}>{text}</span>
            const Mark = kind === 'added' ? 'ins' : 'del'
            return (
              <Mark key={index} title={t(`conflicts.text.${kind}`)}>
                {text}
              </Mark>
            )
          })}
        </div>
      </ScrollBox>
    </section>
  )
}
