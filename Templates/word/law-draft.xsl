<?xml version="1.0" encoding="UTF-8"?>
<!-- A bill as the main part of a Word document: real styles, one table for each amending act, real footnotes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:d="urn:trygghetsregister:draft:1"
  exclude-result-prefixes="d">
  <xsl:output method="xml" encoding="UTF-8" standalone="yes"/>

  <xsl:template match="/d:bill">
    <w:document>
      <w:body>
        <xsl:call-template name="p"><xsl:with-param name="style" select="'Title'"/><xsl:with-param name="text" select="'Författningsutkast'"/></xsl:call-template>
        <xsl:if test="count(d:part/d:act) &gt; 1"><xsl:call-template name="contents"/></xsl:if>
        <xsl:for-each select="d:contents/d:chapter">
          <xsl:call-template name="heading"><xsl:with-param name="style" select="'Heading1'"/><xsl:with-param name="text" select="concat(@number, ' ', @title)"/><xsl:with-param name="mark" select="@kind"/></xsl:call-template>
          <xsl:apply-templates select="." mode="content"/>
        </xsl:for-each>
        <xsl:call-template name="p"><xsl:with-param name="style" select="'Heading1'"/><xsl:with-param name="text" select="'Fynd'"/></xsl:call-template>
        <xsl:if test="not(d:findings/d:finding)"><xsl:call-template name="p"><xsl:with-param name="text" select="'Inga.'"/></xsl:call-template></xsl:if>
        <xsl:for-each select="d:findings/d:finding">
          <xsl:call-template name="p">
            <xsl:with-param name="text">
              <xsl:choose><xsl:when test="@severity = 'error'">Fel</xsl:when><xsl:when test="@severity = 'warning'">Varning</xsl:when><xsl:otherwise>Anmärkning</xsl:otherwise></xsl:choose>
              <xsl:text> </xsl:text><xsl:value-of select="@code"/> (<xsl:if test="@in = 'source'">källan, </xsl:if><xsl:value-of select="@place"/>): <xsl:value-of select="."/>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:for-each>
        <w:sectPr>
          <w:footerReference w:type="default" r:id="rId3"/>
          <w:pgSz w:w="11906" w:h="16838"/>
          <w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>
        </w:sectPr>
      </w:body>
    </w:document>
  </xsl:template>

  <!-- The numbers of the pages are references that a word processor fills in when it opens the document. -->
  <xsl:template name="contents">
    <xsl:call-template name="p"><xsl:with-param name="style" select="'TOCHeading'"/><xsl:with-param name="text" select="'Innehållsförteckning'"/></xsl:call-template>
    <xsl:for-each select="d:contents/d:chapter | d:contents/d:chapter/d:entry">
      <w:p>
        <w:pPr><w:pStyle w:val="TOC{1 + count(self::d:entry)}"/></w:pPr>
        <xsl:variable name="mark"><xsl:call-template name="mark"><xsl:with-param name="of"><xsl:choose><xsl:when test="self::d:entry"><xsl:value-of select="@ref"/></xsl:when><xsl:otherwise><xsl:value-of select="@kind"/></xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template></xsl:variable>
        <w:hyperlink w:anchor="{$mark}" w:history="1">
          <xsl:call-template name="run"><xsl:with-param name="text"><xsl:value-of select="@number"/><xsl:text> </xsl:text><xsl:choose><xsl:when test="self::d:entry"><xsl:value-of select="."/></xsl:when><xsl:otherwise><xsl:value-of select="@title"/></xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
          <w:r><w:tab/></w:r>
          <w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>
          <w:r><w:instrText xml:space="preserve"> PAGEREF <xsl:value-of select="$mark"/> \h </w:instrText></w:r>
          <w:r><w:fldChar w:fldCharType="separate"/></w:r>
          <w:r><w:t>–</w:t></w:r>
          <w:r><w:fldChar w:fldCharType="end"/></w:r>
        </w:hyperlink>
      </w:p>
    </xsl:for-each>
  </xsl:template>

  <!-- A bookmark's name may hold letters, figures and low lines alone. -->
  <xsl:template name="mark">
    <xsl:param name="of"/>
    <xsl:value-of select="concat('_Toc_', translate($of, '-', '_'))"/>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:param name="style"/>
    <xsl:param name="text"/>
    <xsl:param name="mark"/>
    <xsl:variable name="id" select="count(preceding::*) + count(ancestor::*)"/>
    <xsl:variable name="name"><xsl:call-template name="mark"><xsl:with-param name="of" select="$mark"/></xsl:call-template></xsl:variable>
    <w:p>
      <w:pPr><w:pStyle w:val="{$style}"/></w:pPr>
      <w:bookmarkStart w:id="{$id}" w:name="{$name}"/>
      <xsl:call-template name="run"><xsl:with-param name="text" select="$text"/></xsl:call-template>
      <w:bookmarkEnd w:id="{$id}"/>
    </w:p>
  </xsl:template>

  <xsl:template match="d:chapter[@kind = 'decision']" mode="content">
    <xsl:for-each select="/d:bill/d:decision/d:p"><xsl:call-template name="p"><xsl:with-param name="text" select="."/></xsl:call-template></xsl:for-each>
  </xsl:template>

  <xsl:template match="d:chapter[@kind = 'acts' or @kind = 'ordinances']" mode="content">
    <xsl:if test="@kind = 'acts' and /d:bill/@as-proposed = 'false'"><xsl:call-template name="p"><xsl:with-param name="text" select="'Regeringen har följande förslag till lagtext.'"/></xsl:call-template></xsl:if>
    <xsl:apply-templates select="/d:bill/d:part[@kind = current()/@kind]/d:act"/>
  </xsl:template>

  <xsl:template match="d:chapter[@kind = 'unchanged']" mode="content">
    <xsl:for-each select="/d:bill/d:unchanged"><xsl:call-template name="p"><xsl:with-param name="text" select="concat(@id, '. ', .)"/></xsl:call-template></xsl:for-each>
  </xsl:template>

  <xsl:template match="d:chapter[@kind = 'effects']" mode="content">
    <xsl:for-each select="d:entry">
      <xsl:call-template name="heading"><xsl:with-param name="style" select="'Heading2'"/><xsl:with-param name="text" select="concat(@number, ' ', .)"/><xsl:with-param name="mark" select="@ref"/></xsl:call-template>
      <xsl:for-each select="/d:bill/d:effect[@ref = current()/@ref]/d:p"><xsl:call-template name="p"><xsl:with-param name="text" select="."/></xsl:call-template></xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="d:chapter[@kind = 'commentary']" mode="content">
    <xsl:for-each select="d:entry">
      <xsl:variable name="place" select="position()"/>
      <xsl:call-template name="heading"><xsl:with-param name="style" select="'Heading2'"/><xsl:with-param name="text" select="concat(@number, ' ', .)"/><xsl:with-param name="mark" select="@ref"/></xsl:call-template>
      <xsl:for-each select="(/d:bill/d:part/d:act/d:commentary)[$place]/d:comment">
        <xsl:call-template name="p"><xsl:with-param name="style" select="'LawHeading'"/><xsl:with-param name="text" select="@section"/></xsl:call-template>
        <xsl:call-template name="p"><xsl:with-param name="text" select="."/></xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="d:act">
    <xsl:call-template name="heading"><xsl:with-param name="style" select="'Heading2'"/><xsl:with-param name="text" select="concat(@number, ' Förslag till ', @title)"/><xsl:with-param name="mark" select="@id"/></xsl:call-template>
    <w:p>
      <xsl:choose>
        <xsl:when test="d:ingress/@reprinted">
          <xsl:call-template name="run"><xsl:with-param name="text" select="concat(substring-before(d:ingress/d:opening, @name), @name)"/></xsl:call-template>
          <xsl:for-each select="d:ingress"><xsl:call-template name="note"/></xsl:for-each>
          <xsl:call-template name="run"><xsl:with-param name="text" select="substring-after(d:ingress/d:opening, @name)"/></xsl:call-template>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="run"><xsl:with-param name="text" select="d:ingress/d:opening"/></xsl:call-template></xsl:otherwise>
      </xsl:choose>
    </w:p>
    <xsl:for-each select="d:ingress/d:clause">
      <w:p>
        <xsl:call-template name="run"><xsl:with-param name="text" select="'dels'"/><xsl:with-param name="italic" select="true()"/></xsl:call-template>
        <xsl:call-template name="run">
          <xsl:with-param name="text"><xsl:text> </xsl:text><xsl:value-of select="."/><xsl:choose><xsl:when test="position() = last()">.</xsl:when><xsl:otherwise>,</xsl:otherwise></xsl:choose></xsl:with-param>
        </xsl:call-template>
      </w:p>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="@kind = 'amending' and d:section"><xsl:call-template name="table"/></xsl:when>
      <xsl:when test="@kind = 'new'"><xsl:apply-templates select="d:section" mode="plain"/></xsl:when>
      <xsl:otherwise><xsl:for-each select="d:quote/d:p"><xsl:call-template name="p"><xsl:with-param name="text" select="."/></xsl:call-template></xsl:for-each></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="d:in-force/d:p">
      <xsl:call-template name="p"><xsl:with-param name="style" select="'LawBar'"/></xsl:call-template>
      <xsl:for-each select="d:in-force/d:p">
        <xsl:call-template name="p">
          <xsl:with-param name="text"><xsl:if test="last() &gt; 1"><xsl:value-of select="position()"/>. </xsl:if><xsl:value-of select="."/></xsl:with-param>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- The mark of a footnote, numbered as the footnotes are. -->
  <xsl:template name="note">
    <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{count(preceding::d:section[@latest] | preceding::d:ingress[@reprinted]) + 1}"/></w:r>
  </xsl:template>

  <xsl:template name="table">
    <w:tbl>
      <w:tblPr><w:tblW w:w="9072" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>
      <w:tblGrid><w:gridCol w:w="4536"/><w:gridCol w:w="4536"/></w:tblGrid>
      <w:tr>
        <w:trPr><w:tblHeader/></w:trPr>
        <xsl:call-template name="cell"><xsl:with-param name="content"><xsl:call-template name="p"><xsl:with-param name="style" select="'LawColumn'"/><xsl:with-param name="text" select="'Nuvarande lydelse'"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="cell"><xsl:with-param name="content"><xsl:call-template name="p"><xsl:with-param name="style" select="'LawColumn'"/><xsl:with-param name="text" select="'Föreslagen lydelse'"/></xsl:call-template></xsl:with-param></xsl:call-template>
      </w:tr>
      <xsl:apply-templates select="d:section | d:chapter" mode="columns"/>
    </w:tbl>
  </xsl:template>

  <xsl:template match="d:chapter" mode="columns">
    <w:tr><xsl:call-template name="wide"><xsl:with-param name="content"><xsl:call-template name="p"><xsl:with-param name="style" select="'LawNumber'"/><xsl:with-param name="text" select="concat(@number, ' kap. ', .)"/></xsl:call-template></xsl:with-param></xsl:call-template></w:tr>
  </xsl:template>

  <xsl:template match="d:section" mode="columns">
    <xsl:variable name="before" select="preceding-sibling::*[self::d:section or self::d:chapter][1]"/>
    <xsl:if test="@chapter and not($before[self::d:section]/@chapter = @chapter or $before[self::d:chapter]/@number = @chapter)">
      <w:tr><xsl:call-template name="wide"><xsl:with-param name="content"><xsl:call-template name="p"><xsl:with-param name="style" select="'LawNumber'"/><xsl:with-param name="text" select="concat(@chapter, ' kap.')"/></xsl:call-template></xsl:with-param></xsl:call-template></w:tr>
    </xsl:if>
    <xsl:if test="d:heading">
      <w:tr>
        <!-- A row is kept with the next one by each of its cells, an empty one too. -->
        <xsl:call-template name="cell"><xsl:with-param name="style" select="'LawHeading'"/><xsl:with-param name="content">
          <xsl:for-each select="d:old-heading"><xsl:call-template name="p"><xsl:with-param name="style" select="'LawHeading'"/><xsl:with-param name="text" select="."/></xsl:call-template></xsl:for-each>
        </xsl:with-param></xsl:call-template>
        <xsl:call-template name="cell"><xsl:with-param name="content">
          <xsl:for-each select="d:heading"><w:p><w:pPr><w:pStyle w:val="LawHeading"/></w:pPr><xsl:call-template name="run"><xsl:with-param name="text" select="."/><xsl:with-param name="italic" select="true()"/></xsl:call-template></w:p></xsl:for-each>
        </xsl:with-param></xsl:call-template>
      </w:tr>
    </xsl:if>
    <w:tr>
      <xsl:call-template name="wide"><xsl:with-param name="content">
        <w:p>
          <w:pPr><w:pStyle w:val="LawNumber"/></w:pPr>
          <xsl:call-template name="run"><xsl:with-param name="text" select="concat(@number, ' §')"/></xsl:call-template>
          <xsl:if test="@latest"><xsl:call-template name="note"/></xsl:if>
        </w:p>
      </xsl:with-param></xsl:call-template>
    </w:tr>
    <xsl:for-each select="d:paragraph">
      <w:tr>
        <xsl:choose>
          <xsl:when test="@status = 'same'">
            <xsl:call-template name="wide"><xsl:with-param name="content"><xsl:apply-templates select="d:line" mode="new"/></xsl:with-param></xsl:call-template>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="cell"><xsl:with-param name="content"><xsl:apply-templates select="d:line[@old]" mode="old"/></xsl:with-param></xsl:call-template>
            <xsl:call-template name="cell"><xsl:with-param name="content"><xsl:apply-templates select="d:line[@new]" mode="new"/></xsl:with-param></xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </w:tr>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="d:line" mode="old">
    <xsl:call-template name="line"><xsl:with-param name="own" select="@old"/><xsl:with-param name="other" select="@new"/><xsl:with-param name="runs" select="d:same | d:del"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="d:line" mode="new">
    <xsl:call-template name="line"><xsl:with-param name="own" select="@new"/><xsl:with-param name="other" select="@old"/><xsl:with-param name="runs" select="d:same | d:ins"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="line">
    <xsl:param name="own"/>
    <xsl:param name="other"/>
    <xsl:param name="runs"/>
    <w:p>
      <xsl:call-template name="indent"/>
      <xsl:choose>
        <xsl:when test="@kind = 'omitted'"><xsl:call-template name="run"><xsl:with-param name="text" select="'– – –'"/></xsl:call-template></xsl:when>
        <xsl:otherwise>
          <xsl:if test="$own != ''">
            <xsl:call-template name="run"><xsl:with-param name="text" select="concat($own, ' ')"/><xsl:with-param name="italic" select="$own != $other or not($other)"/></xsl:call-template>
          </xsl:if>
          <xsl:for-each select="$runs">
            <xsl:if test="position() &gt; 1 and @space"><xsl:call-template name="run"><xsl:with-param name="text" select="@space"/></xsl:call-template></xsl:if>
            <xsl:call-template name="run"><xsl:with-param name="text" select="."/><xsl:with-param name="italic" select="not(self::d:same)"/></xsl:call-template>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </w:p>
  </xsl:template>

  <xsl:template match="d:section" mode="plain">
    <xsl:for-each select="d:heading"><xsl:call-template name="p"><xsl:with-param name="style" select="'LawHeading'"/><xsl:with-param name="text" select="."/></xsl:call-template></xsl:for-each>
    <xsl:for-each select="d:paragraph">
      <xsl:variable name="first" select="position() = 1"/>
      <xsl:for-each select="d:line">
        <w:p>
          <xsl:call-template name="indent"/>
          <xsl:if test="$first and position() = 1">
            <w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"><xsl:value-of select="../../@number"/> §  </w:t></w:r>
          </xsl:if>
          <xsl:if test="@new != ''"><xsl:call-template name="run"><xsl:with-param name="text" select="concat(@new, ' ')"/></xsl:call-template></xsl:if>
          <xsl:if test="@term">
            <xsl:call-template name="run"><xsl:with-param name="text" select="@term"/><xsl:with-param name="italic" select="true()"/></xsl:call-template>
            <xsl:call-template name="run"><xsl:with-param name="text" select="': '"/></xsl:call-template>
          </xsl:if>
          <xsl:call-template name="run"><xsl:with-param name="text" select="."/></xsl:call-template>
        </w:p>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- The first line of a paragraph is set in, but for the first paragraph of a section. -->
  <xsl:template name="indent">
    <xsl:choose>
      <xsl:when test="@kind = 'point'"><w:pPr><w:pStyle w:val="LawPoint"/></w:pPr></xsl:when>
      <xsl:when test="not(preceding-sibling::d:line) and ../preceding-sibling::d:paragraph"><w:pPr><w:pStyle w:val="LawFollowing"/></w:pPr></xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="wide">
    <xsl:param name="content"/>
    <w:tc><w:tcPr><w:tcW w:w="9072" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr><xsl:copy-of select="$content"/></w:tc>
  </xsl:template>

  <!-- A cell must hold a paragraph. -->
  <xsl:template name="cell">
    <xsl:param name="content"/>
    <!-- Of the paragraph in a cell that would else be empty. -->
    <xsl:param name="style"/>
    <w:tc>
      <w:tcPr><w:tcW w:w="4536" w:type="dxa"/></w:tcPr>
      <xsl:copy-of select="$content"/>
      <xsl:if test="string-length($content) = 0"><xsl:call-template name="p"><xsl:with-param name="style" select="$style"/></xsl:call-template></xsl:if>
    </w:tc>
  </xsl:template>

  <xsl:template name="p">
    <xsl:param name="style"/>
    <xsl:param name="text"/>
    <w:p>
      <xsl:if test="$style"><w:pPr><w:pStyle w:val="{$style}"/></w:pPr></xsl:if>
      <xsl:if test="string($text) != ''"><xsl:call-template name="run"><xsl:with-param name="text" select="$text"/></xsl:call-template></xsl:if>
    </w:p>
  </xsl:template>

  <xsl:template name="run">
    <xsl:param name="text"/>
    <xsl:param name="italic" select="false()"/>
    <w:r>
      <xsl:if test="$italic"><w:rPr><w:i/></w:rPr></xsl:if>
      <w:t xml:space="preserve"><xsl:value-of select="$text"/></w:t>
    </w:r>
  </xsl:template>
</xsl:stylesheet>
