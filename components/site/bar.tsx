/** A part of the most there is, drawn for the eye alone: the figure stands beside it. @param share from 0 to 1 */
export function Bar({ share }: { share: number }) {
  return (
    <svg className="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width={Math.round(100 * share)} height="1" />
    </svg>
  );
}
