import { IconAlertTriangle } from '@tabler/icons-react'
import { errorMeaning } from './errorMeaning.ts'
import classes from './ErrorLine.module.css'

interface ErrorLineProps {
  who?: string
  errorCode: string | null
  vendorErrorCode: string | null
  info: string | null
}

/** A reported error: what it means first, the charger's codes second. */
export function ErrorLine({ who, errorCode, vendorErrorCode, info }: ErrorLineProps) {
  const code = errorCode === 'NoError' ? null : errorCode
  const codes = [code, vendorErrorCode].filter(Boolean).join(', ')
  return (
    <p className={classes.line} role="note">
      <IconAlertTriangle size={14} aria-label="Error" />
      <span>
        {who && `${who}: `}
        {errorMeaning(code)}
        {info && ` “${info}”`}
        {codes && <span className={classes.codes}> ({codes})</span>}
      </span>
    </p>
  )
}
