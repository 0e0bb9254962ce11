// The versions of a long text, each against the one that it came from, and one text of all, to be changed before it is kept. Saving settles them all,
// so none is left out.
import { SegmentedControl, Text, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ScrollBox } from '#renderer/ui/ScrollBox.tsx'
import { useDraft } from '#renderer/ui/use-draft.ts'
import classes from './Conflict.module.css'
import { fieldOf, haveOneBase, issueOf, longTextOf, whoAndWhere } from './conflict-words.ts'
import { ConflictForm } from './ConflictForm.tsx'
import { bothTexts, textParts } from './merge-texts.ts'
import { useDecide } from './use-decide.ts'
import { type ConflictEditorProps, useOpenConflict } from './use-open-conflict.ts'

/** What was typed, under the text that it began with: going to another one and back loses nothing. */
type Typing = {
  readonly start: string
  readonly typed: Readonly<Record<string, string>>
  readonly seen: string
}

export function BothTexts({ opened, onClose }: ConflictEditorProps) {
  const t = useT()
  const open = useOpenConflict(opened)
  const { conflict, seen } = open
  const { standing, others } = conflict
  const versions = others.map((other) => ({
    ...{ id: other.id, who: whoAndWhere(t, other) },
    ...{ base: longTextOf({ values: other.base ?? [] }), text: longTextOf(other) },
  }))
  const isOneBase = haveOneBase(others)
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
  const startOf = (wanted: string) => starts.find(({ value }) => value === wanted) ?? { value: 'all', text: all }
  const [start, setStart] = useState('all')
  const [typed, setTyped] = useState<Typing['typed']>({})
  const text = typed[start] ?? startOf(start).text
  const isDirty = Object.entries(typed).some(([began, words]) => words !== startOf(began).text)
  const { decide, isPending, error, reset } = useDecide(conflict, 'caller')
  // Of the versions none shows or waits any more.
  const isGone = open.state === 'gone' && !isPending
  const draft = useDraft<Typing>({
    key: `conflicts.write ${conflict.rowId} ${conflict.field}`,
    values: { start, typed, seen },
    isDirty,
    onRestore: (kept) => {
      setStart(kept.start)
      setTyped(kept.typed)
      open.setSeen(kept.seen)
    },
  })

  return (
    <ConflictForm
      {...{ open, isDirty, draft, error, onClose }}
      size={versions.length === 1 ? 'xl' : 1080}
      title={t('conflicts.text.title', { count: versions.length, field: fieldOf(t, conflict) })}
      about={
        <Text c="dimmed" size="sm">
          {t(isOneBase ? 'conflicts.text.about' : 'conflicts.text.about_apart')}
        </Text>
      }
      words={text}
      isBusy={isPending}
      onSave={() => {
        decide({ kind: 'write', value: text === '' ? null : text }).then(
          () => {
            draft.forget()
            onClose()
          },
          () => undefined,
        )
      }}
      onSeen={reset}
      onDiscard={() => setTyped({})}
    >
      {!isGone && (
        <>
          <div className={classes['texts']}>
            <Marked
              title={t('conflicts.text.stands', { who: whoAndWhere(t, standing) })}
              // Of several beginnings none is that of the text that shows.
              before={isOneBase ? (versions[0]?.base ?? '') : shown}
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
            value={startOf(start).value}
            data={starts.map(({ value, label }) => ({ value, label }))}
            onChange={setStart}
          />
        </>
      )}
      <Textarea
        className={classes['result'] ?? ''}
        data-autofocus
        label={t(isGone ? 'conflicts.text.written' : 'conflicts.text.result')}
        autosize
        minRows={5}
        maxRows={12}
        value={text}
        error={error && issueOf(t, error)}
        onChange={({ currentTarget }) => setTyped({ ...typed, [start]: currentTarget.value })}
      />
    </ConflictForm>
  )
}

function Marked({ title, before, after }: { readonly title: string; readonly before: string; readonly after: string }) {
  const t = useT()
  const text = useRef<HTMLDivElement>(null)
  useEffect(() => showFirstChange(text.current), [])
  return (
    <section aria-label={title}>
      <Text size="sm" fw={600} mb={4}>
        {title}
      </Text>
      <ScrollBox label={title}>
        <div ref={text} className={classes['text']}>
          {textParts(before, after).map(({ kind, text: part }, index) => {
            if (kind === 'same') return <span key={index}>{part}</span>
            const Mark = kind === 'added' ? 'ins' : 'del'
            return (
              <Mark key={index} title={t(`conflicts.text.${kind}`)}>
                {part}
              </Mark>
            )
          })}
        </div>
      </ScrollBox>
    </section>
  )
}

/** A long text begins where it was changed, with some of what stands before. */
const showFirstChange = (text: HTMLElement | null): void => {
  const [box, change] = [text?.parentElement, text?.querySelector('ins, del')]
  if (!box || !change) return
  const [outer, inner] = [box.getBoundingClientRect(), change.getBoundingClientRect()]
  if (inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - outer.height / 3
}
