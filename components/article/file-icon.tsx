/** A sheet with its corner turned: what stands beside it says what it is. */
export function FileIcon() {
  return (
    <svg
      aria-hidden="true"
      className="file-icon"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M6 2.75h8l4.500 4.500v14H6zM14 2.75v4.500h4.500M9 12h6.500M9 15.500h6.500" />
    </svg>
  );
}
