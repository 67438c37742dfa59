<?xml version="1.0" encoding="UTF-8"?>
<!-- Counts as bars, one below the other, each with its name and its number beside it. The table that follows a chart says
     the same; the picture has a title and a description for those who listen. A stylesheet that imports this tells of
     each row by templates in the modes bar-label, bar-shown, bar-first and bar-second; a hidden count is no number. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml">

  <!-- The width of the picture and the height of a row, in its own units. -->
  <xsl:variable name="bars" select="600"/>
  <xsl:variable name="row" select="42"/>
  <xsl:variable name="gap" select="3"/>

  <xsl:template name="bars">
    <xsl:param name="id"/>
    <xsl:param name="title"/>
    <xsl:param name="description"/>
    <xsl:param name="rows"/>
    <!-- The count that fills a row. -->
    <xsl:param name="most"/>
    <figure>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {$bars} {count($rows) * $row}" role="img"
           aria-labelledby="{$id}-title {$id}-description">
        <title id="{$id}-title"><xsl:value-of select="$title"/></title>
        <desc id="{$id}-description"><xsl:value-of select="$description"/></desc>
        <xsl:for-each select="$rows">
          <xsl:variable name="top" select="(position() - 1) * $row"/>
          <xsl:variable name="first"><xsl:apply-templates select="." mode="bar-first"/></xsl:variable>
          <xsl:variable name="second"><xsl:apply-templates select="." mode="bar-second"/></xsl:variable>
          <text x="0" y="{$top + 14}" class="bar-text"><xsl:apply-templates select="." mode="bar-label"/></text>
          <text x="{$bars}" y="{$top + 14}" text-anchor="end" class="bar-text"><xsl:apply-templates select="." mode="bar-shown"/></text>
          <rect x="0" y="{$top + 20}" width="{$bars}" height="14" class="rail"/>
          <xsl:call-template name="bar">
            <xsl:with-param name="top" select="$top"/>
            <xsl:with-param name="length" select="number($first) * $bars div $most"/>
            <xsl:with-param name="class">present</xsl:with-param>
          </xsl:call-template>
          <xsl:call-template name="bar">
            <xsl:with-param name="top" select="$top"/>
            <!-- A gap keeps the two apart in print without colours. -->
            <xsl:with-param name="start" select="number($first) * $bars div $most + $gap * ($first &gt; 0)"/>
            <xsl:with-param name="length" select="number($second) * $bars div $most - $gap * ($first &gt; 0)"/>
            <xsl:with-param name="class">second</xsl:with-param>
          </xsl:call-template>
        </xsl:for-each>
      </svg>
      <figcaption><xsl:value-of select="$description"/></figcaption>
    </figure>
  </xsl:template>

  <xsl:template name="bar">
    <xsl:param name="top"/>
    <xsl:param name="start" select="0"/>
    <xsl:param name="length"/>
    <xsl:param name="class"/>
    <xsl:if test="$length &gt; 0">
      <rect xmlns="http://www.w3.org/2000/svg" y="{$top + 20}" height="14" class="{$class}" width="{format-number($length, '0.##')}">
        <xsl:attribute name="x">
          <xsl:choose>
            <xsl:when test="$start &gt; 0"><xsl:value-of select="format-number($start, '0.##')"/></xsl:when>
            <xsl:otherwise>0</xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </rect>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
