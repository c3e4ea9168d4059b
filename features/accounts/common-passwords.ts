/**
 * What people choose when they have to choose something, in English, in Vietnamese without accents, and on the keyboard.
 * Our own list, of pieces instead of whole passwords: at twelve characters people put pieces together.
 */
export const COMMON_PIECES: readonly string[] = `
  password passw0rd pass matkhau mk dangnhap dang nhap taikhoan nguoidung welcome letmein login secret changeme default
  admin administrator root user guest test demo master manager quantri bientap nguoiviet nguoiduyet phongvien
  qwerty qwertyuiop asdfghjkl asdf zxcvbnm zxcv qazwsx qazwsxedc wsxedc 1qaz2wsx 3edc4rfv 1q2w3e4r5t6y 1q2w3e4r 1q2w3e q1w2e3r4
  azerty abc abcd abc123 aaa iloveyou loveyou love anhyeuem emyeuanh yeuem yeuanh yeunhau yeu anhem vochong giadinh
  conyeu concung mevacon bome chame hanhphuc maimai maiyeu motminh khongbiet khongco hoilamgi deogi vailon
  vietnam vietnamvodich vn hanoi saigon hochiminh tphcm bacho danang haiphong cantho hue dalat
  phuong xa thitran huyen quan tinh thanhpho uybannhandan ubnd hdnd daknong dakrlap danguy dang nhanuoc chinhphu
  congan quandoi mattran hoidong vanphong vanhoa thongtin tintuc toasoan trang
  sunshine princess dragon monkey football soccer superman batman pokemon naruto michael shadow freedom
  facebook zalo google gmail yahoo windows microsoft internet computer laptop samsung iphone
  binhminh hoahong hoaphuong thienthan congchua hoangtu ongxa baxa meocon cunyeu gaucon
  minh hung dung hoang linh trang huong nguyen tran pham nguyenvan thanhcong maiphuong
`
  .trim()
  .split(/\s+/);
