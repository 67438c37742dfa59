<?xml version="1.0" encoding="UTF-8"?>
<!-- A form: what is wrong first, then each field with its label, its hint, what is wrong with it and what was typed. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">

  <xsl:template match="form">
    <form method="post" action="{@action}" novalidate="novalidate">
      <xsl:if test="field/@kind = 'file'"><xsl:attribute name="enctype">multipart/form-data</xsl:attribute></xsl:if>
      <xsl:call-template name="token"/>
      <xsl:if test="@wrong">
        <div class="notice wrong" role="alert" id="wrong">
          <h2><xsl:value-of select="f:message('portal.wrong-heading')"/></h2>
          <ul>
            <xsl:for-each select="error"><li><xsl:value-of select="."/></li></xsl:for-each>
            <xsl:for-each select="field[error]">
              <li><a href="#{@id}"><xsl:value-of select="concat(f:message(concat('field.', @name)), ': ', error)"/></a></li>
            </xsl:for-each>
          </ul>
        </div>
      </xsl:if>
      <div class="fields"><xsl:apply-templates select="field"/></div>
      <div class="buttons"><button class="button"><xsl:value-of select="f:message(concat('button.', @name))"/></button></div>
    </form>
  </xsl:template>

  <!-- What tells our own forms from those of others. -->
  <xsl:template name="token">
    <input type="hidden" name="token" value="{/page/@token}"/>
  </xsl:template>

  <xsl:template match="field[@kind = 'hidden']">
    <input type="hidden" name="{@name}" value="{@value}"/>
  </xsl:template>

  <xsl:template match="field">
    <div>
      <xsl:attribute name="class">field<xsl:if test="error"> wrong</xsl:if></xsl:attribute>
      <xsl:choose>
        <xsl:when test="@kind = 'radio' or @kind = 'several'">
          <fieldset id="{@id}">
            <legend><xsl:call-template name="label"/></legend>
            <xsl:call-template name="notes"/>
            <div class="options"><xsl:for-each select="option">
              <label class="option">
                <input type="radio" name="{../@name}" value="{@value}">
                  <xsl:if test="../@kind = 'several'"><xsl:attribute name="type">checkbox</xsl:attribute></xsl:if>
                  <xsl:if test="@selected"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if>
                </input>
                <span><xsl:value-of select="."/></span>
              </label>
            </xsl:for-each></div>
          </fieldset>
        </xsl:when>
        <xsl:otherwise>
          <label for="{@id}"><xsl:call-template name="label"/></label>
          <xsl:call-template name="notes"/>
          <xsl:choose>
            <xsl:when test="@kind = 'select'">
              <select>
                <xsl:call-template name="attributes"/>
                <xsl:for-each select="option">
                  <option value="{@value}">
                    <xsl:if test="@selected"><xsl:attribute name="selected">selected</xsl:attribute></xsl:if>
                    <xsl:value-of select="."/>
                  </option>
                </xsl:for-each>
              </select>
            </xsl:when>
            <xsl:when test="@kind = 'paragraph'">
              <textarea><xsl:call-template name="attributes"/><xsl:value-of select="concat(@value, '')"/><xsl:if test="not(string(@value))"><xsl:text>&#10;</xsl:text></xsl:if></textarea>
            </xsl:when>
            <xsl:otherwise>
              <input type="{@kind}">
                <xsl:call-template name="attributes"/>
                <xsl:if test="@kind != 'file'"><xsl:attribute name="value"><xsl:value-of select="@value"/></xsl:attribute></xsl:if>
                <xsl:copy-of select="@autocomplete | @inputmode | @max | @min | @accept"/>
                <xsl:if test="@short"><xsl:attribute name="class"><xsl:value-of select="@short"/></xsl:attribute></xsl:if>
              </input>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <xsl:template name="label">
    <xsl:value-of select="f:message(concat('field.', @name))"/>
    <xsl:if test="not(@required or @conditional)"><span class="hint"><xsl:value-of select="f:message('portal.optional')"/></span></xsl:if>
  </xsl:template>

  <xsl:template name="notes">
    <xsl:if test="@hint"><span class="hint" id="{@id}-hint"><xsl:value-of select="f:message(concat('hint.', @hint))"/></span></xsl:if>
    <xsl:if test="error"><span class="error" id="{@id}-error"><xsl:value-of select="error"/></span></xsl:if>
  </xsl:template>

  <xsl:template name="attributes">
    <xsl:attribute name="id"><xsl:value-of select="@id"/></xsl:attribute>
    <xsl:attribute name="name"><xsl:value-of select="@name"/></xsl:attribute>
    <xsl:if test="@required"><xsl:attribute name="required">required</xsl:attribute></xsl:if>
    <xsl:if test="error"><xsl:attribute name="aria-invalid">true</xsl:attribute></xsl:if>
    <xsl:if test="@hint or error">
      <xsl:attribute name="aria-describedby">
        <xsl:if test="@hint"><xsl:value-of select="concat(@id, '-hint ')"/></xsl:if>
        <xsl:if test="error"><xsl:value-of select="concat(@id, '-error')"/></xsl:if>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
