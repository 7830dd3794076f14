import { Fragment } from 'react'
import { visibleLine } from '../log/model/visible-text.ts'

/** A setting's name, which may break where its words do: `StopTransaction|On|EVSide|Disconnect`. */
export function SettingName({ name }: { name: string }) {
  const words = visibleLine(name).split(/(?<=[.()#/])|(?<=[a-z0-9])(?=[A-Z])/)
  return words.map((word, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ))
}
