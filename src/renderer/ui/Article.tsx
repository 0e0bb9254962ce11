// Text to be read: paragraphs, numbered steps, pictures and links in a column of a width that reads well.
import { Anchor, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'
import classes from './Article.module.css'

export function Article({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <article className={classes['article']} aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {children}
    </article>
  )
}

export function ArticleText({ children }: { readonly children: string }) {
  return <p className={classes['text']}>{children}</p>
}

export function ArticleSteps({ steps }: { readonly steps: readonly string[] }) {
  return (
    <ol className={classes['steps']}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}

export function ArticlePicture({ source, shows }: { readonly source: string; readonly shows: string }) {
  return (
    <figure className={classes['figure']}>
      <img src={source} alt={shows} className={classes['picture']} />
      <figcaption>{shows}</figcaption>
    </figure>
  )
}

interface ArticleLinksProps {
  readonly label: string
  readonly links: readonly { readonly to: string; readonly text: string }[]
}

/** What to read next. */
export function ArticleLinks({ label, links }: ArticleLinksProps) {
  return (
    <nav aria-label={label} className={classes['links']}>
      <span>{label}</span>
      {links.map(({ to, text }) => (
        <Anchor key={to} component={Link} to={to}>
          {text}
        </Anchor>
      ))}
    </nav>
  )
}
