import { CentreScreen } from './CentrePage';

/** The director's first page. */
export default function HomeCentrePage() {
  return <CentreScreen organisation={null} />;
}
