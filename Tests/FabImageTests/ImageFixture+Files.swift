import FabImage

/// Files of Pillow 13 and the pixels that it reads from them, in Base64.
extension ImageFixture {
  /// RGB, 8 bits.
  static let colorPNG = ImageFixture(
    testDescription: "colorPNG",
    file: """
      iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAIAAAAG+GGPAAAALElEQVR4nGNkOKGh+p0BDbFw/2bg/s2LhuCiUsgIWVQd
      jtBETbh/m3D/9gMAMd8m9mV0PFwAAAAASUVORK5CYII=
      """,
    format: .rgb,
    width: 7,
    height: 5,
    pixels: """
      AMgoJb8oSrYob60olKQouZso3pIoC8MoMLo1VbFCeqhPn59cxJZp6Y12Fr4oO7VCYKxchaN2qpqQz5Gq9IjEIbkoRrBP
      a6d2kJ6dtZXE2ozr/4MSLLQoUatcdqKQm5nEwJD45YcsCn5g
      """
  )

  /// Grey, 8 bits.
  static let grayPNG = ImageFixture(
    testDescription: "grayPNG",
    file: """
      iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAAAAACIbxGfAAAAGElEQVR4nGNk4OLi4uJitOHi4uLiYkGhABRRAYcw7vYW
      AAAAAElFTkSuQmCC
      """,
    format: .gray,
    width: 6,
    height: 4,
    pixels: """
      AAoUHigyPEZQWmRueIKMlqCqtL7I0tzm
      """
  )

  /// Four colours of a palette.
  static let palettePNG = ImageFixture(
    testDescription: "palettePNG",
    file: """
      iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFAgMAAAD09B5LAAAADFBMVEXajnmYn4AkvCxVpltuLzuiAAAAF0lEQVR4nGNc
      LcrE0sD0j4FJgIHpBwcAGikDXOjIXs8AAAAASUVORK5CYII=
      """,
    format: .rgb,
    width: 7,
    height: 5,
    pixels: """
      JLwsJLwsJLwsVaZbVaZb2o552o55JLwsJLwsVaZbVaZbmJ+A2o552o55JLwsJLwsVaZbmJ+AmJ+A2o552o55JLwsVaZb
      VaZbmJ+AmJ+A2o552o55JLwsVaZbmJ+AmJ+AmJ+A2o55JLws
      """
  )

  /// With transparent pixels; they lie on white.
  static let transparentPNG = ImageFixture(
    testDescription: "transparentPNG",
    file: """
      iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAI0lEQVR4nGP4z8Dwn+E/AwMDw///DFwicv8ZmZgZTqQY
      /QcAcQgImosGj4MAAAAASUVORK5CYII=
      """,
    format: .rgb,
    width: 3,
    height: 2,
    pixels: """
      /wAA////AAD/ChQe////yGQy
      """
  )

  /// Baseline, colours at half the resolution.
  static let colorJPEG = ImageFixture(
    testDescription: "colorJPEG",
    file: """
      /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJ
      DRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ
      EBAQEBAQEBAQEBAQEBAQEBAQEBD/wAARCAANABQDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcI
      CQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRol
      JicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ip
      qrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAA
      AAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLR
      ChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaX
      mJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEA
      PwD5q0b4f/d/cfpXdaN8P/u/uP0r0/RvDOn/AC8fpXc6P4Z0/wCXj9K93MuK6mp8vwRxtV93Vnk9r8PiYV/cfpRX0Ta+
      GdP8kcfpRXyUuK53e5/QtHjar7OOr2P/2Q==
      """,
    format: .rgb,
    width: 20,
    height: 13,
    pixels: """
      Fx54Gx94JCF8KyF6NyB6PiB4SSF6USB5WyB8YiB6bCB7dSB7fx95iCB5jyF6mCJ6oSB8qiF7tCB+uCF+GSh9Hih9Jit/
      Lip/OSp/QSl9TCqAVCp+Xip/ZSl/bymBeSmAgih/iyl+kyp/myt/pCp/rCt+tiqBuyuCGDR+HjWBJTeDLjeCODaBQTeA
      SzaBVDWBXDaDZDaBbzaDeDWCgjaBiTWAkzeCmzeApDZ/rDd+tjaBuzeCF0CAG0GAJEODLUKDN0KCQEGBS0KDUkKBW0KD
      YkKDbEKEdkKEf0GCiUGBkUKDmUOCokJ/qkJ9tUOBukSBFU2AG0+BIlCCLFCCNU+AP0+CSU+DUU+BWU+DYU+DbE+FdU6D
      f0+DiE6BkFCEmFCCoU9/qVB+s0+BuFCBFVmAGlqAJFyBK1uBNVuAPlp/SVuBUVqBWVuBYlqBbFqCdVuCf1mCiFqBj1uB
      mFyAoVuAqFt/s1uBuFyBGGR+HGZ/JWd/LmiAN2d+QWaAS2d/UmZ/XGaBZGWBb2aBdmaAgmWBiWV/kmiAmWeAomaAq2aC
      tmeEu2iEGW98HnJ9JnJ/L3N+OHJ+QnJ+THJ/VHJ9XHJ/ZXF/b3KBeHKAgnJ/iXF+k3OAm3N+pHGArHKBt3KEvHOGGnx7
      Hn58J4B+L398On59Qn58TX9+VX9+XX+AZn5+b39/eX9/g319i318lH9+m39+pX6BrX+Ct36EvH+EGIh8Hop9JYt9L4t+
      OIp8Qop8TIp9VIp9XIp/ZIp9b4t/eIp+gYl8i4l9kop9m4t+pYp/rIqAtoqBu4uBF5V/HJZ/JJl/LZeAOJd/QZd+TJeA
      U5d+XJh/Y5eAbZeBd5eAgJZ/iZV9kpeAmZd+o5d9rJh9tph+u5mAGaCAHaOCJqODLqSCOaKBQ6KATKOBU6OAXaKDZaKB
      b6KDeaKCgqGBiqKAk6KBm6KApKR+raR9tqSAu6WAG6mDH6uEKKyFMK2FOayDQ6yDTayEVayCX6uFZ6uEb6uFeauFhKqD
      jKuClauEnKuCpq2Br6x/uKyCvK2C
      """
  )

  /// Progressive, colours at full resolution.
  static let progressiveJPEG = ImageFixture(
    testDescription: "progressiveJPEG",
    file: """
      /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJ
      DRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ
      EBAQEBAQEBAQEBAQEBAQEBAQEBD/wgARCAANABQDAREAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAABQf/xAAXAQEB
      AQEAAAAAAAAAAAAAAAAGBAUI/9oADAMBAAIQAxAAAAGaKst3PYMQqEJudnM9gzCp/8QAGhAAAgMBAQAAAAAAAAAAAAAA
      AAMCBAURIf/aAAgBAQABBQJOeJzyOf4mssTWWRrL5//EABkRAQEBAQEBAAAAAAAAAAAAAAQAAgMSIv/aAAgBAwEBPwET
      4T7k/wCYSdwk7uSd+b//xAAZEQADAQEBAAAAAAAAAAAAAAAAAgMEESH/2gAIAQIBAT8BpsKbBtnpS7FLsNdun//EABYQ
      AQEBAAAAAAAAAAAAAAAAADEAIP/aAAgBAQAGPwIiMf/EABcQAQEBAQAAAAAAAAAAAAAAAAAhMRD/2gAIAQEAAT8hwcGV
      iRc3/9oADAMBAAIAAwAAABCSvr//xAAXEQEBAQEAAAAAAAAAAAAAAAAAITER/9oACAEDAQE/EM6zqepEjkv/xAAXEQAD
      AQAAAAAAAAAAAAAAAAAAIGFR/9oACAECAQE/ELFjQmyf/8QAGxAAAQQDAAAAAAAAAAAAAAAAAAFBofERIcH/2gAIAQEA
      AT8QqSpFV4RogYIMBqD/2Q==
      """,
    format: .rgb,
    width: 20,
    height: 13,
    pixels: """
      FB5/Gx5/Jh6BLh6ANx9/QB5/Sx+AUh6AXB5/ZB6Abh6Bdh+Afh5/iB6Akh5/mx+BpB5/rB6Ath+Avh6AFSl/HSiBKCqB
      LymBOCqBQSl/TCqBVCmCXip/ZSmBbymBeCmCfymAiSmAkymBnCqCpSmBrimCuCmBvymAFTV+HDaAJjaBMDaAODZ/QTeA
      Szd/UjaBXjZ/ZDZ/bzeCeDaAgDeAiDaAkzeAmzaCpDZ/rDaAuDaAvjaAFEJ+G0F/JkKBLkJ/N0N/QEJ/S0N/UkKBXEJ/
      ZEJ/bkKBdkKAfkJ+iEKAkkJ/m0KCpEJ/q0F/tkJ/vkKAFE5+HE6BJk6BME6COE6AQU+AS06BUk6BXE5/ZE2Bb0+BeE2C
      gE6BiE6Ak0+Cm06CpE2ArE6Ctk6Bvk6AFFp+G1mAJlqBLlqBN1qAQFp/S1qBUVqBXFp/ZFmBblmAdlqCflqAiFp/klqB
      mVuColqAq1mBtlqBvlqAEmZ+G2d/JWeBL2eAN2d+P2eASWd/UWaBW2d/YmZ/bWeBdmaAf2d/h2d/kmiAmWeComZ/q2eA
      tmiAvWeAFHGAHHKBJnKAMHKCOHKAQXKAS3KBUnKBXHKAZHGBb3KBeHGBgHKBiHJ/k3OCm3KCpHGArHKBuXKCv3OAFX9/
      G39/JoCBL3+AOIB/P39+TH+AUoCAXX+AY3+AbX+Bd3+Bf39/h399k3+AmX+Ao39/rICBt3+AvX+AFYmAHomBKImCMIqB
      OImAQomBTImBUomDXomAZYiBcImDeImBf4mAiYmBk4mAm4qDpYqBromBuImBvomBFZaAHJaBJ5aDL5aBOJeBQZZ/TJeC
      U5eCXZeBZZaBb5aDd5eCf5eBiJZ/k5aBm5aCpZaBrZeCt5eCv5aCE6N/HKOCJqOBMKSBN6OBQKSASqSBUqOCXKR/Y6OB
      baOBd6OAf6KBiKOAkqOBmaOBpKSArKSAtqOCvaOAFax/HK6BJq2CMK2BOK2BQK6BS66CUq2CXq2AZK2Abq2CeK2Bf6yB
      iK2Bkq2CmqyCpa6BrK2BuKyCvq2B
      """
  )

  /// Grey.
  static let grayJPEG = ImageFixture(
    testDescription: "grayJPEG",
    file: """
      /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJ
      DRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAANABQBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QA
      tRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0
      NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2
      t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APmrRvh/939x+ld1o3w/+7+4
      /Suwtfh8TCv7j9K39G8M6f8ALx+ldzo/hnT/AJeP0rsbXwzp/kjj9K//2Q==
      """,
    format: .gray,
    width: 20,
    height: 13,
    pixels: """
      JigsLjEzNzk8PkFERklMT1FUV1ktLzM1ODo+QENFSEtNUFNWWFteYDQ3Oj0/QkVHSkxQUlVXW11fYmVnOz1BQ0ZITE5R
      U1ZZW15hZGZobG5CRUhLTVBTVVhaXmBjZWlrbXBzdUlLT1FUVlpcX2FkZ2lsb3J0dnp8UFNWWVteYWNmaGxucXN3eXt+
      goRXWl1gYmVoam1vc3V4en6AgoWJi19hZWdqbHBydXd6fX+BhYeKjZCSZWhrbnBzdnh7fYGDhYiLjpGTlphtb3N1eHp+
      gIOFiIuNj5OVmJueoHR3en1/goWHioyPkpSXmpygoqWnen2Ag4WIi42QkpWYmp2goqaoq60=
      """
  )

  /// CMYK, which is refused; no pixels.
  static let printJPEG = ImageFixture(
    testDescription: "printJPEG",
    file: """
      /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBX
      QUZMTlJTUjI+WmFaUGBKUVJP/8AAFAgADQAUBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYH
      CAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBka
      JSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeo
      qaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkASwAAPwDkNN7V
      zv8AZP8As0V6dXWab2o/sn/ZoorpoP8AVCj+yf8AZoory3Te1dr9iioorrNN7UfYoqKK6aD/AFQo+xRUUV//2Q==
      """,
    format: .rgb,
    width: 20,
    height: 13,
    pixels: """

      """
  )
}
