// The versions of a long text, each against the one that it came from, and one text of all, to be changed before it is kept. Saving settles them all,
// so none is left out.
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

export function BothTexts({ conflict, onClose }: BothTextsProps) {
  const t = useT()
  const { standing, others } = conflict
  const versions = others.map((other) => ({
    ...{ id: other.id, who: whoAndWhere(t, other) },
    ...{ base: longTextOf({ values: other.base ?? [] }), text: longTextOf(other) },
  }))
  const [nearest] = versions
  const shown = longTextOf(standing)
  const all = versions.reduce((merged, version) => bothTexts(merged, version.base, version.text), shown)
  const starts = [
    { value: 'all', label: t('conflicts.text.all', { count: versions.length }), text: all },
    { value: 'shown', label: t('conflicts.text.first'), text: shown },
    ...versions.map(({ id, who, text }) => ({
      ...{ value: id, text },
      label: versions.length === 1 ? t('conflicts.text.second') : who,
    })),
  ]
  const [start, setStart] = useState('all')
  const [text, setText] = useState(all)
  const { decide, isPending, error } = useDecide(conflict, 'caller')

  return (
    <FormModal
      size={versions.length === 1 ? 'xl' : 1080}
      title={t('conflicts.text.title', { count: versions.length, field: fieldOf(t, conflict) })}
      submitLabel={t('conflicts.save')}
      isOpen
      onClose={onClose}
      onSubmit={(event) => {
        event?.preventDefault()
        decide({ kind: 'write', value: text === '' ? null : text }).then(onClose, () => undefined)
      }}
      isBusy={isPending}
      unsaved={{
        isDirty: text !== starts.find(({ value }) => value === start)?.text,
        isKept: false,
        restoredAt: null,
        flush: () => {},
        onDiscard: () => {},
      }}
      error={error}
    >
      <Text c="dimmed" size="sm">
        {t('conflicts.text.about', { count: versions.length })}
      </Text>
      <div className={classes['texts']}>
        <Marked
          title={t('conflicts.text.stands', { who: whoAndWhere(t, standing) })}
          before={nearest?.base ?? ''}
          after={shown}
        />
        {versions.map((version) => (
          <Marked
            key={version.id}
            title={t('conflicts.text.other', { who: version.who })}
            before={version.base}
            after={version.text}
          />
        ))}
      </div>
      <SegmentedControl
        aria-label={t('conflicts.text.begin_with')}
        value={start}
        data={starts.map(({ value, label }) => ({ value, label }))}
        onChange={(next) => {
          setStart(next)
          setText(starts.find(({ value }) => value === next)?.text ?? '')
        }}
      />
      <Textarea
        className={classes['result'] ?? ''}
        data-autofocus
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
