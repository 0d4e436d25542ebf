/** Tells a database that cannot be reached from a fault of our own. */
import { StoreError } from '../store/store_error.js';

/** SQLSTATE classes 08 (connection), 53 (resources) and 57P (shutdown), and the system's words for no connection. */
const UNREACHABLE = /^(08|53|57P|ECONN|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND)/;

export function isUnreachable(error: unknown): boolean {
  if (error instanceof StoreError) return true;
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && UNREACHABLE.test(error.code)) return true;
  return /timeout exceeded when trying to connect|Connection terminated|pool after calling end/.test(
    error.message,
  );
}
