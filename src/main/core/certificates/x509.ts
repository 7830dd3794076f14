/** The certificate library; it is loaded when certificates are first needed, because it is large. */
import 'reflect-metadata'
export * from '@peculiar/x509'
