/** Without this an unknown API path would be taken for a site and its section. */
function nothingHere(): Response {
  return Response.json({ code: "not_found", sentence: "Không có gì ở địa chỉ này." }, { status: 404 });
}

export { nothingHere as DELETE, nothingHere as GET, nothingHere as PATCH, nothingHere as POST, nothingHere as PUT };
