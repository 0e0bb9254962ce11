// Text to be read: paragraphs, numbered steps and pictures in a column of a width that reads well.
import { Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
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
